package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pod Security Standard "restricted", plus: no service account token, a read-only root file system for services, a
 * memory limit.
 */
final class PodsAreRestricted implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads()
                .flatMap(workload -> Stream.concat(pod(workload),
                        workload.containers().flatMap(container -> container(workload, container)))
                        .map(what -> workload.name() + " " + what));
    }

    private static Stream<String> pod(Workload workload) {
        var pod = workload.pod();
        var security = pod.getSecurityContext();
        return Stream.of(unless(security != null && Boolean.TRUE.equals(security.getRunAsNonRoot()), "may run as root"),
                unless(security != null && security.getSeccompProfile() != null
                        && "RuntimeDefault".equals(security.getSeccompProfile().getType()), "has no seccomp profile"),
                unless(Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "gets a service account's token"),
                unless(Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC())
                        .noneMatch(Boolean.TRUE::equals), "is not apart from its node"),
                unless(pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null),
                        "mounts files of its node"))
                .flatMap(Optional::stream);
    }

    private static Stream<String> container(Workload workload, Container container) {
        var security = container.getSecurityContext();
        if (security == null) {
            return Stream.of("has a container without a security context");
        }
        return Stream.of(
                unless(Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), "may escalate privileges"),
                unless(security.getCapabilities() != null
                        && security.getCapabilities().getDrop().equals(List.of("ALL")),
                        "keeps capabilities"),
                unless(!workload.isService() || Boolean.TRUE.equals(security.getReadOnlyRootFilesystem()),
                        "may write to its image"),
                unless(container.getResources() != null && container.getResources().getLimits().containsKey("memory"),
                        "has no limit of memory"))
                .flatMap(Optional::stream);
    }

    private static Optional<String> unless(boolean kept, String broken) {
        return Optional.of(broken).filter(_ -> !kept);
    }
}
