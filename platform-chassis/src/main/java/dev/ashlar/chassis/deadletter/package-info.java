/** Dead letters over HTTP, for administrators of services that subscribe to topics. */
@NullMarked
package dev.ashlar.chassis.deadletter;

import org.jspecify.annotations.NullMarked;
