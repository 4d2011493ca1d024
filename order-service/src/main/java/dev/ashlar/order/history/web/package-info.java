/** The steps over HTTP. */
@NullMarked
package dev.ashlar.order.history.web;

import org.jspecify.annotations.NullMarked;
