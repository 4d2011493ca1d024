/** Internal: work that repeats in the background. */
@NullMarked
package dev.ashlar.messaging.job;

import org.jspecify.annotations.NullMarked;
