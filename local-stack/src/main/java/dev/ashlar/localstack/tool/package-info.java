/** Programs that run in a JVM of their own, because they need the jars of the servers. */
@NullMarked
package dev.ashlar.localstack.tool;

import org.jspecify.annotations.NullMarked;
