/** Keeps clients that are slow, idle or many from taking the connector away from others (ADR 33). */
@NullMarked
package dev.ashlar.chassis.connection;

import org.jspecify.annotations.NullMarked;
