/**
 * The JVM that owns the processes of the stack: they are its children, and end with it. Every command, and the console, talks to
 * it over HTTP on the loopback address (ADR 41).
 */
@NullMarked
package dev.ashlar.localstack.supervisor;

import org.jspecify.annotations.NullMarked;
