/**
 * Builds what changed, and what stands on it. The JDK alone is needed, so that {@link dev.ashlar.localstack.build.Bootstrap} runs
 * from source.
 */
@NullMarked
package dev.ashlar.localstack.build;

import org.jspecify.annotations.NullMarked;
