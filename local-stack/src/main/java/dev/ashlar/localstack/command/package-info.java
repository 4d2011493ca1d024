/** The commands, in the JVM of the command line. They send requests to the supervisor and print the results. */
@NullMarked
package dev.ashlar.localstack.command;

import org.jspecify.annotations.NullMarked;
