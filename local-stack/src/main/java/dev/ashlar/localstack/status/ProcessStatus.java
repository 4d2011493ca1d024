package dev.ashlar.localstack.status;

import org.jspecify.annotations.Nullable;

/**
 * One process, as {@code status --json} shows it.
 *
 * @param instance from 1
 * @param pid null unless it runs, as are the two that follow from it
 */
record ProcessStatus(String name, int instance, @Nullable Long pid, int port, State state, @Nullable Long uptimeSeconds,
        @Nullable Long rssBytes) {}
