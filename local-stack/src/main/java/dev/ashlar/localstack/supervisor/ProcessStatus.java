package dev.ashlar.localstack.supervisor;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.InstanceName;

/**
 * One process, as {@code status --json} shows it.
 *
 * @param instance from 1
 * @param pid null unless it runs, as are the two that follow from it
 */
public record ProcessStatus(String name, int instance, @Nullable Long pid, int port, State state,
        @Nullable Long uptimeSeconds,
        @Nullable Long rssBytes) {

    static ProcessStatus of(InstanceName name, int port, State state) {
        return new ProcessStatus(name.name(), name.number(), null, port, state, null, null);
    }
}
