/** The two Redis instances: sessions and cache (ADR 8). */
@NullMarked
package dev.ashlar.chassis.redis;

import org.jspecify.annotations.NullMarked;
