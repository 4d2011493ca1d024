/** Access tokens and the session behind each of them (ADR 10). */
@NullMarked
package dev.ashlar.chassis.security;

import org.jspecify.annotations.NullMarked;
