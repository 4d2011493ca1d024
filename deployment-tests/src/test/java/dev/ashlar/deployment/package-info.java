/** Checks of container and cluster configuration, against each other and against the code. */
@NullMarked
package dev.ashlar.deployment;

import org.jspecify.annotations.NullMarked;
