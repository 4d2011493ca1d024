/** What the gateway has a limited number of, and how clients share it (ADR 33). */
@NullMarked
package dev.ashlar.gateway.capacity;

import org.jspecify.annotations.NullMarked;
