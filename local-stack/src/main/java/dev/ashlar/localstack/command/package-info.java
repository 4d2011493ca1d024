/** What the commands do in the JVM of the command line: they tell the supervisor what is wanted, and people what comes of it. */
@NullMarked
package dev.ashlar.localstack.command;

import org.jspecify.annotations.NullMarked;
