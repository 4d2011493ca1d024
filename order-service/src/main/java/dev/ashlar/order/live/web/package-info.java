/** The streams as server-sent events. */
@NullMarked
package dev.ashlar.order.live.web;

import org.jspecify.annotations.NullMarked;
