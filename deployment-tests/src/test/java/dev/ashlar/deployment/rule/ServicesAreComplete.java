package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.stream.Stream;

/** Every service has all objects of a service beside its Deployment, and requests resources. */
final class ServicesAreComplete implements Rule {

    private static final List<Class<? extends HasMetadata>> BESIDE = List.of(Service.class, PodDisruptionBudget.class,
            HorizontalPodAutoscaler.class);

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().filter(Workload::isService).flatMap(service -> Stream.concat(
                BESIDE.stream().filter(kind -> manifests.named(kind, service.name()).findAny().isEmpty())
                        .map(kind -> "%s has no %s".formatted(service.name(), kind.getSimpleName())),
                itself(service)));
    }

    /** The autoscaler computes shares of the requested CPU. */
    private static Stream<String> itself(Workload service) {
        var unspread = Stream.of(service).filter(one -> one.pod().getTopologySpreadConstraints().isEmpty())
                .map(one -> one.name() + " may have all its instances on one node");
        var unbudgeted = service.containers()
                .filter(one -> !one.getResources().getRequests().keySet().containsAll(List.of("cpu", "memory")))
                .map(one -> "%s requests no CPU or no memory".formatted(service.name()));
        return Stream.concat(unspread, unbudgeted);
    }
}
