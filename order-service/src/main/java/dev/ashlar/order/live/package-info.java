/** Live status of orders: streams of changes to clients (ADR 51). */
@NullMarked
package dev.ashlar.order.live;

import org.jspecify.annotations.NullMarked;
