/** The defaults that all services share. */
@NullMarked
package dev.ashlar.chassis;

import org.jspecify.annotations.NullMarked;
