/** Forwards requests to the services and their responses to the clients. */
@NullMarked
package dev.ashlar.gateway.proxy;

import org.jspecify.annotations.NullMarked;
