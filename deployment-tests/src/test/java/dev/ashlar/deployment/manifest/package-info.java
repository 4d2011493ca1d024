/** Strict parsing of Kubernetes manifests. */
@NullMarked
package dev.ashlar.deployment.manifest;

import org.jspecify.annotations.NullMarked;
