/** Paths that need no session, and CORS. */
@NullMarked
package dev.ashlar.gateway.access;

import org.jspecify.annotations.NullMarked;
