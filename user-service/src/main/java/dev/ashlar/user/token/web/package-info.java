/** The public signing keys over HTTP (RFC 7517). */
@NullMarked
package dev.ashlar.user.token.web;

import org.jspecify.annotations.NullMarked;
