package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;

/** Liveness and readiness probes use paths of the code, on a port of the container. */
final class ProbesExist implements Rule {

    private static final String CONTROLLER = "dev.ashlar.chassis.health.HealthController";

    private final Set<String> paths = mappedPaths();
    private final int http = ImageRecipe.read().http();

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> workload.pod().getContainers().stream()
                .flatMap(container -> workload.isService()
                        ? service(workload, container)
                        : probes(container).flatMap(probe -> unheard(workload, probe))));
    }

    private Stream<String> service(Workload workload, Container container) {
        return Stream.of(asked(workload, "startup", "/health", container.getStartupProbe()),
                asked(workload, "liveness", "/health", container.getLivenessProbe()),
                asked(workload, "readiness", "/health/ready", container.getReadinessProbe()))
                .flatMap(broken -> broken);
    }

    private Stream<String> asked(Workload workload, String what, String wanted, Probe probe) {
        if (probe == null || probe.getHttpGet() == null) {
            return Stream.of("%s has no %s probe over HTTP".formatted(workload.name(), what));
        }
        var path = probe.getHttpGet().getPath();
        return Stream.of(
                Optional.of("%s asks for %s at %s, which no controller answers".formatted(workload.name(), what, path))
                        .filter(_ -> !paths.contains(path)),
                Optional.of("%s asks for %s at %s instead of %s".formatted(workload.name(), what, path, wanted))
                        .filter(_ -> !wanted.equals(path)),
                Optional.of("%s asks for %s on another port than %d".formatted(workload.name(), what, http))
                        .filter(_ -> !isHttp(workload, probe.getHttpGet().getPort())))
                .flatMap(Optional::stream);
    }

    private boolean isHttp(Workload workload, IntOrString port) {
        return workload.ports().filter(one -> one.getContainerPort() == http)
                .anyMatch(one -> port.getStrVal() == null
                        ? port.getIntVal() == http
                        : port.getStrVal().equals(one.getName()));
    }

    private static Stream<Probe> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .flatMap(Stream::ofNullable);
    }

    private static Stream<String> unheard(Workload workload, Probe probe) {
        return Stream.ofNullable(probe.getTcpSocket()).filter(socket -> !PortsExist.listens(workload, socket.getPort()))
                .map(socket -> "%s is probed on %s, where nothing listens".formatted(workload.name(),
                        socket.getPort().getValue()));
    }

    /** Reads the paths from the code, so that a moved path fails this test. */
    private static Set<String> mappedPaths() {
        try {
            return Arrays.stream(Class.forName(CONTROLLER).getDeclaredMethods())
                    .flatMap(method -> Stream.ofNullable(method.getAnnotation(GetMapping.class)))
                    .flatMap(mapping -> Arrays.stream(mapping.value()))
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The health endpoints have moved", e);
        }
    }
}
