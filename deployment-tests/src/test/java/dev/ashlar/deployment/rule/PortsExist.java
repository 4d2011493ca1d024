package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Optional;
import java.util.stream.Stream;

/** The target port of a Service or policy is a port of a container. A service listens on the port of its image. */
final class PortsExist implements Rule {

    private final ImageRecipe recipe = ImageRecipe.read();

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.of(services(manifests), policies(manifests), images(manifests)).flatMap(broken -> broken);
    }

    private static Stream<String> services(Manifests manifests) {
        return manifests.all(Service.class)
                .flatMap(service -> service.getSpec().getPorts().stream()
                        .filter(port -> manifests.selected(service.getSpec().getSelector()).stream()
                                .noneMatch(workload -> listens(workload, targetOf(port))))
                        .map(port -> "Service %s leads to port %s, where nothing listens"
                                .formatted(service.getMetadata().getName(), targetOf(port).getValue())));
    }

    private static IntOrString targetOf(ServicePort port) {
        return Optional.ofNullable(port.getTargetPort()).orElseGet(() -> new IntOrString(port.getPort()));
    }

    private static Stream<String> policies(Manifests manifests) {
        return manifests.all(NetworkPolicy.class)
                .flatMap(policy -> policy.getSpec().getIngress().stream().flatMap(rule -> rule.getPorts().stream())
                        .filter(port -> manifests.selected(policy.getSpec().getPodSelector().getMatchLabels()).stream()
                                .noneMatch(workload -> listens(workload, port.getPort())))
                        .map(port -> "NetworkPolicy %s opens port %s, where nothing listens"
                                .formatted(policy.getMetadata().getName(), port.getPort().getValue())));
    }

    private Stream<String> images(Manifests manifests) {
        return manifests.workloads().filter(Workload::isService)
                .flatMap(workload -> workload.ports()
                        .filter(port -> !recipe.ports().contains(port.getContainerPort()))
                        .map(port -> "%s declares port %d; its image listens on %s".formatted(workload.name(),
                                port.getContainerPort(), recipe.ports())));
    }

    static boolean listens(Workload workload, IntOrString wanted) {
        return workload.ports().anyMatch(port -> wanted.getStrVal() == null
                ? port.getContainerPort().equals(wanted.getIntVal())
                : wanted.getStrVal().equals(port.getName()));
    }
}
