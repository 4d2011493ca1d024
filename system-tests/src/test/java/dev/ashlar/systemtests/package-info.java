/** What the whole platform does, seen from outside: over HTTP, Kafka and the command line only. */
@NullMarked
package dev.ashlar.systemtests;

import org.jspecify.annotations.NullMarked;
