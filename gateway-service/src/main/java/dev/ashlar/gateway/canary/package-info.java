/** The share of requests that a new version gets. It changes at runtime, for all gateways together (ADR 49). */
@NullMarked
package dev.ashlar.gateway.canary;

import org.jspecify.annotations.NullMarked;
