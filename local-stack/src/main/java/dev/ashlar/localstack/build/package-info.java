/**
 * Builds changed modules and their dependents. Needs only the JDK, so that {@link dev.ashlar.localstack.build.Bootstrap}
 * runs from source.
 */
@NullMarked
package dev.ashlar.localstack.build;

import org.jspecify.annotations.NullMarked;
