/** Makes the AOT caches of the services: {@code train} (ADR 27). */
@NullMarked
package dev.ashlar.localstack.training;

import org.jspecify.annotations.NullMarked;
