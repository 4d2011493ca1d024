/** Makes the AOT caches of the services: {@code train}, which the build calls (ADR 27). */
@NullMarked
package dev.ashlar.localstack.training;

import org.jspecify.annotations.NullMarked;
