/** Rate limits for users and addresses, shared by all gateways through the cache Redis (ADR 24, docs/edge/limits.md). */
@NullMarked
package dev.ashlar.gateway.limit;

import org.jspecify.annotations.NullMarked;
