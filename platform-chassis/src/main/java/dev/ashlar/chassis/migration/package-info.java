/** Migrating a service's schema apart from running the service. */
@NullMarked
package dev.ashlar.chassis.migration;

import org.jspecify.annotations.NullMarked;
