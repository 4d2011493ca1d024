/** Secrets that must not be used: a start with one of them is refused (ADR 29). */
@NullMarked
package dev.ashlar.chassis.secrets;

import org.jspecify.annotations.NullMarked;
