/** Paths that need no session, allowed methods, and CORS. */
@NullMarked
package dev.ashlar.gateway.access;

import org.jspecify.annotations.NullMarked;
