package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.InternalTraffic;
import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.SecretFiles;
import dev.ashlar.deployment.manifest.Settings;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Policies deny by default, for every pod, in both directions. A pod may reach every host in its settings. */
final class PoliciesAllowNeededTraffic implements Rule {

    private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z-]*):(\\d+)");

    @Override
    public Stream<String> broken(Manifests manifests) {
        var edges = new InternalTraffic(manifests);
        return manifests.workloads().flatMap(workload -> Stream.concat(
                Stream.of("Ingress", "Egress").filter(direction -> !edges.isBounded(workload, direction))
                        .map(direction -> "No NetworkPolicy bounds %s (%s)".formatted(workload.name(), direction)),
                addresses(workload, manifests).distinct()
                        .filter(address -> isClosed(edges, workload, address))
                        .map(address -> "%s is told to talk to %s, and no NetworkPolicy lets it"
                                .formatted(workload.name(), address))));
    }

    private static Stream<String> addresses(Workload workload, Manifests manifests) {
        var told = workload.containers().flatMap(container -> Stream.concat(
                Settings.of(container, manifests).variables().values().stream(), container.getArgs().stream()));
        return Stream.concat(told, SecretFiles.of(workload, manifests).contents().values().stream())
                .flatMap(text -> ADDRESS.matcher(text).results()).map(MatchResult::group);
    }

    /** An address that is not a Service of this namespace is external. */
    private static boolean isClosed(InternalTraffic edges, Workload from, String address) {
        var parts = List.of(address.split(":"));
        return edges.manifests().named(Service.class, parts.get(0))
                .flatMap(service -> edges.manifests().selected(service.getSpec().getSelector()).stream())
                .anyMatch(to -> !edges.allow(from, to, Integer.parseInt(parts.get(1))));
    }
}
