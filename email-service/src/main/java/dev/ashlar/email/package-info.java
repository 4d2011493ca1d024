/** Mails about orders. */
@NullMarked
package dev.ashlar.email;

import org.jspecify.annotations.NullMarked;
