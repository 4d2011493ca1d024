package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.stream.Stream;

/** A variable with a typing error is ignored, and the default goes into production. */
final class VariablesAreKnown implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().filter(Workload::isService).flatMap(workload -> {
            var known = KnownVariables.of(workload.name());
            return variables(workload, manifests).filter(name -> !known.contain(name)).distinct()
                    .map(name -> "%s is given %s, which it does not read".formatted(workload.name(), name));
        });
    }

    private static Stream<String> variables(Workload workload, Manifests manifests) {
        return Stream.concat(workload.containers().flatMap(container -> ofContainer(container, manifests)),
                secretFiles(workload, manifests));
    }

    private static Stream<String> ofContainer(Container container, Manifests manifests) {
        return Stream.concat(container.getEnv().stream().map(EnvVar::getName),
                container.getEnvFrom().stream().flatMap(from -> Stream.ofNullable(from.getConfigMapRef()))
                        .flatMap(reference -> manifests.named(ConfigMap.class, reference.getName()))
                        .flatMap(map -> map.getData().keySet().stream()));
    }

    /** Each file of a mounted secret is a variable (configtree). */
    private static Stream<String> secretFiles(Workload workload, Manifests manifests) {
        return workload.pod().getVolumes().stream().flatMap(volume -> Stream.ofNullable(volume.getSecret()))
                .flatMap(source -> manifests.named(Secret.class, source.getSecretName()))
                .flatMap(secret -> Stream.of(secret.getData(), secret.getStringData()))
                .map(Map::keySet).flatMap(keys -> keys.stream());
    }
}
