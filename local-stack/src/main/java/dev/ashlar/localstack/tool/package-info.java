/** Programs that run in their own JVM, because they need the jars of the servers. */
@NullMarked
package dev.ashlar.localstack.tool;

import org.jspecify.annotations.NullMarked;
