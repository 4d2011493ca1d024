package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.stream.Stream;

/** All instances that may run together fit into the connections of PostgreSQL: docs/scaling.md. */
final class ConnectionsSuffice implements Rule {

    private static final String POOL = "DATABASE_POOL_SIZE";
    private static final int DEFAULT_POOL = 8;
    /** {@code max_connections} minus the connections that are reserved for administrators. */
    private static final int CONNECTIONS = 297;

    @Override
    public Stream<String> broken(Manifests manifests) {
        var pool = manifests.all(ConfigMap.class).flatMap(map -> Stream.ofNullable(map.getData().get(POOL)))
                .mapToInt(Integer::parseInt).max().orElse(DEFAULT_POOL);
        var wanted = manifests.workloads().filter(ConnectionsSuffice::hasDatabase)
                .mapToInt(workload -> (instances(workload, manifests) + 1) * pool + 1).sum();
        return Stream.of(wanted).filter(sum -> sum > CONNECTIONS)
                .map(sum -> "The services may want %d connections; PostgreSQL has %d".formatted(sum, CONNECTIONS));
    }

    /** A workload that migrates a schema has a database. */
    private static boolean hasDatabase(Workload workload) {
        return workload.isService() && !workload.pod().getInitContainers().isEmpty();
    }

    private static int instances(Workload workload, Manifests manifests) {
        return manifests.named(HorizontalPodAutoscaler.class, workload.name())
                .mapToInt(scaler -> scaler.getSpec().getMaxReplicas()).sum();
    }
}
