package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import java.util.stream.Stream;

/** No probe restarts a container because it starts slowly on busy CPUs. Each restart would slow down all others. */
final class SlowStartsAreTolerated implements Rule {

    private static final int SECONDS = 300;

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> workload.containers()
                .filter(container -> secondsToStart(container) < SECONDS)
                .map(container -> "%s is restarted %d s after its start".formatted(workload.name(),
                        secondsToStart(container))));
    }

    /** In seconds. A container without a liveness or startup probe is never restarted by one. */
    private static int secondsToStart(Container container) {
        var startup = container.getStartupProbe();
        if (startup != null) {
            return startup.getPeriodSeconds() * startup.getFailureThreshold();
        }
        return container.getLivenessProbe() == null ? SECONDS : 0;
    }
}
