/** Stops processes, gently or not: {@code kill}, {@code down} and {@code reset}. */
@NullMarked
package dev.ashlar.localstack.stop;

import org.jspecify.annotations.NullMarked;
