/** The two versions of the tables with figures, of which one is in use (ADR 57). */
@NullMarked
package dev.ashlar.analytics.version;

import org.jspecify.annotations.NullMarked;
