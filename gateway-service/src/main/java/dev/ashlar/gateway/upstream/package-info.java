/** The instances of each service, load balancing (ADR 28) and limits of requests in flight (ADR 33). */
@NullMarked
package dev.ashlar.gateway.upstream;

import org.jspecify.annotations.NullMarked;
