/** Kubernetes manifests, read strictly. */
@NullMarked
package dev.ashlar.deployment.manifest;

import org.jspecify.annotations.NullMarked;
