/** The edge cache: a shared HTTP cache (RFC 9111, RFC 5861) between the proxy and the load balancer (ADR 58, docs/edge/cache.md). */
@NullMarked
package dev.ashlar.gateway.cache;

import org.jspecify.annotations.NullMarked;
