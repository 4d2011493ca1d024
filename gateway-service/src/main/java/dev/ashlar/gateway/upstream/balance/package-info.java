/**
 * The load-balancing algorithms: pure code over a snapshot of instances. Selecting which instances are eligible is not their task
 * (docs/edge.md).
 */
@NullMarked
package dev.ashlar.gateway.upstream.balance;

import org.jspecify.annotations.NullMarked;
