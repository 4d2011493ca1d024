/** What brings Kafka in line with who may do what; runs where Kafka's client is on the class path. */
@NullMarked
package dev.ashlar.infrastructure.access.messaging;

import org.jspecify.annotations.NullMarked;
