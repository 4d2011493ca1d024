/** Access tokens and their sessions (ADR 10). */
@NullMarked
package dev.ashlar.chassis.security;

import org.jspecify.annotations.NullMarked;
