/** How often a password may be guessed (ADR 24). */
@NullMarked
package dev.ashlar.user.attempt;

import org.jspecify.annotations.NullMarked;
