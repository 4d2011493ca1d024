/** order-service: accepts orders, prices them from its own price list, follows their reservation. */
@NullMarked
package dev.ashlar.order;

import org.jspecify.annotations.NullMarked;
