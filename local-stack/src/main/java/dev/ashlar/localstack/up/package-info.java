/** Starts processes and waits until they are ready: {@code up} and {@code start}. */
@NullMarked
package dev.ashlar.localstack.up;

import org.jspecify.annotations.NullMarked;
