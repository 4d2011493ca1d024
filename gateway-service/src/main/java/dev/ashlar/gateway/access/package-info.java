/** Who may pass without a session, and pages of which origins may call. */
@NullMarked
package dev.ashlar.gateway.access;

import org.jspecify.annotations.NullMarked;
