/** Stock over HTTP, for admins. */
@NullMarked
package dev.ashlar.inventory.stock.web;

import org.jspecify.annotations.NullMarked;
