/**
 * Attacks on the running stack. The platform refuses each hostile request with a problem document, and its state stays
 * unchanged. {@code docs/security.md} lists the threats and the test of each.
 */
@NullMarked
package dev.ashlar.systemtests.hostile;

import org.jspecify.annotations.NullMarked;
