/**
 * The JVM that owns the processes of the stack. They are its children and end with it. Commands and the console call it
 * over HTTP on the loopback address (ADR 41).
 */
@NullMarked
package dev.ashlar.localstack.supervisor;

import org.jspecify.annotations.NullMarked;
