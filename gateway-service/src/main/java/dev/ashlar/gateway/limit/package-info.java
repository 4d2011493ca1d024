/** Rate limits for users and addresses (ADR 24). */
@NullMarked
package dev.ashlar.gateway.limit;

import org.jspecify.annotations.NullMarked;
