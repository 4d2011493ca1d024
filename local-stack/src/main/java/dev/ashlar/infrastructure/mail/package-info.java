/** The mail catcher: what runs in the JVM of the part {@code smtp}. */
@NullMarked
package dev.ashlar.infrastructure.mail;

import org.jspecify.annotations.NullMarked;
