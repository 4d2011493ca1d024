/** Shows what a process wrote: {@code logs}. */
@NullMarked
package dev.ashlar.localstack.logs;

import org.jspecify.annotations.NullMarked;
