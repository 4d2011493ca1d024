/** Sends requests on to the services and streams their answers back. */
@NullMarked
package dev.ashlar.gateway.proxy;

import org.jspecify.annotations.NullMarked;
