/** The state of the edge cache and its purge, for admins. */
@NullMarked
package dev.ashlar.gateway.cache.web;

import org.jspecify.annotations.NullMarked;
