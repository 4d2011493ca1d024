/** Orders over HTTP. */
@NullMarked
package dev.ashlar.order.web;

import org.jspecify.annotations.NullMarked;
