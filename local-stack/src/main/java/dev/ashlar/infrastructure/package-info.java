/**
 * Real stores, broker and mail catcher as native processes of their own, from Maven artifacts: what {@code ./ashlar
 * up} and the tests run where no container engine answers.
 */
@NullMarked
package dev.ashlar.infrastructure;

import org.jspecify.annotations.NullMarked;
