/** The mail catcher: the program of the part {@code smtp}. */
@NullMarked
package dev.ashlar.infrastructure.mail;

import org.jspecify.annotations.NullMarked;
