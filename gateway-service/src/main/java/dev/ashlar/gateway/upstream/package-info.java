/** Which instances a service has, and which of them gets a request (ADR 28). */
@NullMarked
package dev.ashlar.gateway.upstream;

import org.jspecify.annotations.NullMarked;
