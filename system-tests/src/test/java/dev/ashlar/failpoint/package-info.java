/** Failpoints that tests weave into a service. Packaged as a Java agent, {@code failpoints.jar}; no part of any service. */
@NullMarked
package dev.ashlar.failpoint;

import org.jspecify.annotations.NullMarked;
