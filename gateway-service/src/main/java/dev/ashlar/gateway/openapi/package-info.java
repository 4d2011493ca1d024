/** The document of the public API and its page. */
@NullMarked
package dev.ashlar.gateway.openapi;

import org.jspecify.annotations.NullMarked;
