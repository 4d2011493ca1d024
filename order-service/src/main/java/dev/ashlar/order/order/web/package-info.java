/** Orders over HTTP. */
@NullMarked
package dev.ashlar.order.order.web;

import org.jspecify.annotations.NullMarked;
