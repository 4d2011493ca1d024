/** Black-box tests of the whole platform over HTTP, Kafka and the command line. */
@NullMarked
package dev.ashlar.systemtests;

import org.jspecify.annotations.NullMarked;
