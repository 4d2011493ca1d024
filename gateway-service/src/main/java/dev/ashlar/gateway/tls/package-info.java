/** TLS and HTTP/2 at the edge: certificate from PEM files, redirect from plain HTTP, HSTS (docs/edge/tls.md). */
@NullMarked
package dev.ashlar.gateway.tls;

import org.jspecify.annotations.NullMarked;
