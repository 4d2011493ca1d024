/** How much a user or an address may ask for (ADR 24). */
@NullMarked
package dev.ashlar.gateway.limit;

import org.jspecify.annotations.NullMarked;
