/** The session Redis and the cache Redis (ADR 8), each behind a circuit breaker (ADR 26, 34). */
@NullMarked
package dev.ashlar.chassis.redis;

import org.jspecify.annotations.NullMarked;
