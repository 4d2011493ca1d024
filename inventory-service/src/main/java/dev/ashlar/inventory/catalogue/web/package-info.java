/** The catalogue over HTTP. */
@NullMarked
package dev.ashlar.inventory.catalogue.web;

import org.jspecify.annotations.NullMarked;
