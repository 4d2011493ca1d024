/** Rules for manifests, alone and together with the code. */
@NullMarked
package dev.ashlar.deployment.rule;

import org.jspecify.annotations.NullMarked;
