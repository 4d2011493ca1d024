/**
 * Real stores, broker and mail catcher as native processes from Maven artifacts. {@code ./ashlar up} uses them, and
 * tests do without a container engine.
 */
@NullMarked
package dev.ashlar.infrastructure;

import org.jspecify.annotations.NullMarked;
