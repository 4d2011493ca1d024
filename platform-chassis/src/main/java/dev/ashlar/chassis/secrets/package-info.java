/** Refuses a start with a secret that everybody can read (ADR 29). */
@NullMarked
package dev.ashlar.chassis.secrets;

import org.jspecify.annotations.NullMarked;
