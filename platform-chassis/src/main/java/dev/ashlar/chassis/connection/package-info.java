/** Limits connections, so that slow, idle or many clients leave room for others (ADR 33). */
@NullMarked
package dev.ashlar.chassis.connection;

import org.jspecify.annotations.NullMarked;
