package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every ConfigMap, Secret, claim and volume that a pod uses exists. Otherwise the pod would wait for ever. */
final class ReferencesExist implements Rule {

    private record Reference(Class<? extends HasMetadata> kind, String name) {}

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> Stream.concat(
                references(workload).distinct()
                        .filter(reference -> manifests.named(reference.kind(), reference.name()).findAny().isEmpty())
                        .map(missing -> "%s wants the %s %s, which does not exist".formatted(workload.name(),
                                missing.kind().getSimpleName(), missing.name())),
                mounts(workload)));
    }

    private static Stream<Reference> references(Workload workload) {
        return Stream.concat(workload.containers().flatMap(ReferencesExist::ofContainer),
                workload.pod().getVolumes().stream().flatMap(ReferencesExist::ofVolume));
    }

    private static Stream<Reference> ofContainer(Container container) {
        var wholes = container.getEnvFrom().stream()
                .flatMap(from -> Stream.concat(
                        Stream.ofNullable(from.getConfigMapRef())
                                .map(one -> new Reference(ConfigMap.class, one.getName())),
                        Stream.ofNullable(from.getSecretRef()).map(one -> new Reference(Secret.class, one.getName()))));
        var keys = container.getEnv().stream().flatMap(variable -> Stream.ofNullable(variable.getValueFrom()))
                .flatMap(from -> Stream.concat(
                        Stream.ofNullable(from.getConfigMapKeyRef())
                                .map(one -> new Reference(ConfigMap.class, one.getName())),
                        Stream.ofNullable(from.getSecretKeyRef())
                                .map(one -> new Reference(Secret.class, one.getName()))));
        return Stream.concat(wholes, keys);
    }

    private static Stream<Reference> ofVolume(Volume volume) {
        return Stream.of(
                Stream.ofNullable(volume.getSecret()).map(one -> new Reference(Secret.class, one.getSecretName())),
                Stream.ofNullable(volume.getConfigMap()).map(one -> new Reference(ConfigMap.class, one.getName())),
                Stream.ofNullable(volume.getPersistentVolumeClaim())
                        .map(one -> new Reference(PersistentVolumeClaim.class, one.getClaimName())))
                .flatMap(references -> references);
    }

    private static Stream<String> mounts(Workload workload) {
        Set<String> volumes = Stream.concat(workload.pod().getVolumes().stream().map(Volume::getName),
                workload.claims().stream().map(claim -> claim.getMetadata().getName())).collect(Collectors.toSet());
        return workload.containers().flatMap(container -> container.getVolumeMounts().stream())
                .filter(mount -> !volumes.contains(mount.getName()))
                .map(mount -> "%s mounts the volume %s, which it does not have".formatted(workload.name(),
                        mount.getName()));
    }
}
