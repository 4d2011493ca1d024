package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.stream.Stream;

/** A cluster accepts a selector that selects nothing. It has no effect. */
final class SelectorsSelect implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.of(workloads(manifests), services(manifests), budgets(manifests), policies(manifests))
                .flatMap(broken -> broken);
    }

    private static Stream<String> workloads(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> Stream.concat(
                Stream.of(workload).filter(one -> one.selector().isEmpty() || !has(one, one.selector()))
                        .map(one -> one.name() + " does not select its own pods"),
                workload.pod().getTopologySpreadConstraints().stream()
                        .filter(spread -> !has(workload, spread.getLabelSelector().getMatchLabels()))
                        .map(_ -> workload.name() + " spreads other pods than its own")));
    }

    private static boolean has(Workload workload, Map<String, String> labels) {
        return workload.labels().entrySet().containsAll(labels.entrySet());
    }

    private static Stream<String> services(Manifests manifests) {
        return manifests.all(Service.class).filter(service -> {
            var workloads = manifests.selected(service.getSpec().getSelector()).size();
            return workloads == 0 || workloads > 1 && !isForMetrics(service);
        })
                .map(service -> "Service %s does not select the pods of exactly one workload"
                        .formatted(service.getMetadata().getName()));
    }

    /** Prometheus finds the pods of all services by this name. */
    private static boolean isForMetrics(Service service) {
        return service.getSpec().getPorts().stream().allMatch(port -> "management".equals(port.getName()));
    }

    private static Stream<String> budgets(Manifests manifests) {
        return manifests.all(PodDisruptionBudget.class)
                .filter(budget -> manifests.selected(budget.getSpec().getSelector().getMatchLabels()).size() != 1)
                .map(budget -> "PodDisruptionBudget %s does not select the pods of exactly one workload"
                        .formatted(budget.getMetadata().getName()));
    }

    private static Stream<String> policies(Manifests manifests) {
        return manifests.all(NetworkPolicy.class)
                .flatMap(policy -> selectorsOf(policy).filter(selector -> selectsNothing(selector, manifests))
                        .map(selector -> "NetworkPolicy %s selects nothing by %s"
                                .formatted(policy.getMetadata().getName(), selector)));
    }

    /** The selectors over pods of this namespace. */
    private static Stream<LabelSelector> selectorsOf(NetworkPolicy policy) {
        var peers = Stream.concat(policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
        return Stream.concat(Stream.of(policy.getSpec().getPodSelector()),
                peers.filter(peer -> peer.getNamespaceSelector() == null && peer.getIpBlock() == null)
                        .map(NetworkPolicyPeer::getPodSelector));
    }

    private static boolean selectsNothing(LabelSelector selector, Manifests manifests) {
        return manifests.selected(selector.getMatchLabels()).isEmpty()
                || selector.getMatchExpressions().stream().anyMatch(expression -> expression.getValues().stream()
                        .anyMatch(value -> manifests.selected(Map.of(expression.getKey(), value)).isEmpty()));
    }
}
