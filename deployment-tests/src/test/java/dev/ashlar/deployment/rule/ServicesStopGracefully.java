package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import java.util.stream.Stream;

/** A roll-out stops an instance after its successor is ready, and lets it finish its work. */
final class ServicesStopGracefully implements Rule {

    /** The longest time from SIGTERM to the end of a service, in seconds (ADR 28), including {@code SHUTDOWN_GRACE}. */
    private static final long DRAIN = 20;

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().filter(Workload::isService)
                .flatMap(workload -> Stream.concat(
                        manifests.named(Deployment.class, workload.name())
                                .filter(ServicesStopGracefully::takesAwayFirst)
                                .map(one -> workload.name() + " takes an instance away before the next is ready"),
                        Stream.of(workload).filter(ServicesStopGracefully::isCutOff)
                                .map(one -> one.name() + " is killed before its requests have ended")));
    }

    private static boolean takesAwayFirst(Deployment deployment) {
        var rolling = Optional.ofNullable(deployment.getSpec().getStrategy().getRollingUpdate());
        return rolling.map(update -> update.getMaxUnavailable().getIntVal()).filter(most -> most == 0).isEmpty();
    }

    private static boolean isCutOff(Workload workload) {
        var grace = Optional.ofNullable(workload.pod().getTerminationGracePeriodSeconds()).orElse(30L);
        return workload.pod().getContainers().stream().anyMatch(container -> {
            var pause = Optional.ofNullable(container.getLifecycle()).map(lifecycle -> lifecycle.getPreStop())
                    .map(LifecycleHandler::getSleep).map(sleep -> sleep.getSeconds());
            return pause.isEmpty() || pause.get() + DRAIN > grace;
        });
    }
}
