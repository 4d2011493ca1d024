/** Cache-aside with a version floor (ADR 9). */
@NullMarked
package dev.ashlar.cache;

import org.jspecify.annotations.NullMarked;
