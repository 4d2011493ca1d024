/** Buffers for request and response bodies, in memory and in temporary files (ADR 33). */
@NullMarked
package dev.ashlar.gateway.spool;

import org.jspecify.annotations.NullMarked;
