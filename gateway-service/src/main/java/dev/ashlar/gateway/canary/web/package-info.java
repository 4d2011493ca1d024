/** Canaries over HTTP, for admins. */
@NullMarked
package dev.ashlar.gateway.canary.web;

import org.jspecify.annotations.NullMarked;
