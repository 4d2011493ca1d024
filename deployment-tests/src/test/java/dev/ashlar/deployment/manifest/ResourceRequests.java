package dev.ashlar.deployment.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sum of the requests of all pods while everything is rolled out together, including Jobs. */
public record ResourceRequests(Manifests manifests) {

    /** @param resource {@code cpu} (in CPUs) or {@code memory} (in bytes) */
    public BigDecimal atMost(String resource) {
        return manifests.workloads().map(workload -> ofPod(workload, resource).multiply(pods(workload)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Init containers run one after the other, before the others. */
    private static BigDecimal ofPod(Workload workload, String resource) {
        var initially = workload.pod().getInitContainers().stream().map(one -> of(one, resource))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return sum(workload.pod().getContainers(), resource).max(initially);
    }

    private static BigDecimal sum(List<Container> containers, String resource) {
        return containers.stream().map(one -> of(one, resource)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal of(Container container, String resource) {
        return Optional.ofNullable(container.getResources().getRequests().get(resource))
                .or(() -> Optional.ofNullable(container.getResources().getLimits().get(resource)))
                .map(Quantity::getAmountInBytes).orElse(BigDecimal.ZERO);
    }

    private BigDecimal pods(Workload workload) {
        var scaled = manifests.named(HorizontalPodAutoscaler.class, workload.name())
                .map(scaler -> scaler.getSpec().getMinReplicas()).findAny();
        var deployed = manifests.named(Deployment.class, workload.name()).findAny();
        var surge = deployed.map(one -> one.getSpec().getStrategy())
                .map(strategy -> strategy.getRollingUpdate())
                .map(update -> Optional.ofNullable(update.getMaxSurge().getIntVal()).orElse(1)).orElse(0);
        var replicas = scaled.or(() -> deployed.map(one -> one.getSpec().getReplicas()))
                .or(() -> manifests.named(StatefulSet.class, workload.name()).findAny()
                        .map(one -> one.getSpec().getReplicas()))
                .orElse(1);
        return BigDecimal.valueOf(replicas + surge);
    }
}
