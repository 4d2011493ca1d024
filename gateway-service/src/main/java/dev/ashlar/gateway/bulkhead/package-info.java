/** Limits for resources that clients share (ADR 33). */
@NullMarked
package dev.ashlar.gateway.bulkhead;

import org.jspecify.annotations.NullMarked;
