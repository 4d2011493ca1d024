/** Serves the console: a static page that shows the shop and the system. */
@NullMarked
package dev.ashlar.gateway.console;

import org.jspecify.annotations.NullMarked;
