/** The upstreams and their instances, for admins. */
@NullMarked
package dev.ashlar.gateway.upstream.web;

import org.jspecify.annotations.NullMarked;
