/** What orders tell other services, and what inventory-service answers. */
@NullMarked
package dev.ashlar.order.order.events;

import org.jspecify.annotations.NullMarked;
