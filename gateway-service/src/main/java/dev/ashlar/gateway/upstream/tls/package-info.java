/** TLS and mutual TLS towards instances. */
@NullMarked
package dev.ashlar.gateway.upstream.tls;

import org.jspecify.annotations.NullMarked;
