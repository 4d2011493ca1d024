package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.stream.Stream;

/** An autoscaler has a workload as its target, and a route has a port of a Service. */
final class TargetsExist implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.of(autoscalers(manifests), ingresses(manifests), routes(manifests)).flatMap(broken -> broken);
    }

    private static Stream<String> autoscalers(Manifests manifests) {
        return manifests.all(HorizontalPodAutoscaler.class)
                .map(scaler -> scaler.getSpec().getScaleTargetRef())
                .filter(target -> manifests.objects().stream()
                        .noneMatch(object -> object.getKind().equals(target.getKind())
                                && object.getApiVersion().equals(target.getApiVersion())
                                && object.getMetadata().getName().equals(target.getName())))
                .map(target -> "An autoscaler scales the %s %s, which does not exist".formatted(target.getKind(),
                        target.getName()));
    }

    private static Stream<String> ingresses(Manifests manifests) {
        return manifests.all(Ingress.class)
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .filter(backend -> manifests.named(Service.class, backend.getName())
                        .flatMap(service -> service.getSpec().getPorts().stream())
                        .noneMatch(port -> port.getName().equals(backend.getPort().getName())
                                || port.getPort().equals(backend.getPort().getNumber())))
                .map(backend -> "An Ingress leads to a port of %s that does not exist".formatted(backend.getName()));
    }

    private static Stream<String> routes(Manifests manifests) {
        return manifests.all(HTTPRoute.class)
                .flatMap(route -> route.getSpec().getRules().stream())
                .flatMap(rule -> rule.getBackendRefs().stream())
                .filter(backend -> manifests.named(Service.class, backend.getName())
                        .flatMap(service -> service.getSpec().getPorts().stream())
                        .noneMatch(port -> port.getPort().equals(backend.getPort())))
                .map(backend -> "An HTTPRoute leads to port %d of %s, which does not exist".formatted(backend.getPort(),
                        backend.getName()));
    }
}
