/** Finds the instances of an upstream: in a list, in a file, and by DNS (ADR 28). */
@NullMarked
package dev.ashlar.gateway.upstream.discovery;

import org.jspecify.annotations.NullMarked;
