/** Tells what runs: {@code status}. */
@NullMarked
package dev.ashlar.localstack.status;

import org.jspecify.annotations.NullMarked;
