/** The steps over HTTP. */
@NullMarked
package dev.ashlar.inventory.reservation.history.web;

import org.jspecify.annotations.NullMarked;
