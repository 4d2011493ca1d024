/** What a service did for an aggregate, step by step. */
@NullMarked
package dev.ashlar.chassis.steps;

import org.jspecify.annotations.NullMarked;
