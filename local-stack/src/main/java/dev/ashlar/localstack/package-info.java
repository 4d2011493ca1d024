/** The command line of the local stack: {@code ./ashlar}. */
@NullMarked
package dev.ashlar.localstack;

import org.jspecify.annotations.NullMarked;
