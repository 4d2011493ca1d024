/** The configuration file of the gateway: upstreams and routes, in one form for the built-in file and for the operator's. */
@NullMarked
package dev.ashlar.gateway.configuration;

import org.jspecify.annotations.NullMarked;
