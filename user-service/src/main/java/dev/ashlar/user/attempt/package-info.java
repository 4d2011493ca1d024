/** The limits on failed log-ins (ADR 24). */
@NullMarked
package dev.ashlar.user.attempt;

import org.jspecify.annotations.NullMarked;
