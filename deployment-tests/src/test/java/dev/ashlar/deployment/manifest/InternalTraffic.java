package dev.ashlar.deployment.manifest;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The connections that policies allow within a namespace, by the egress of one side and the ingress of the other. */
public record InternalTraffic(Manifests manifests) {

    /** The clients of each port, such as {@code kafka:9094}, by name. Omits ports without clients. */
    public Map<String, TreeSet<String>> all() {
        var edges = new TreeMap<String, TreeSet<String>>();
        manifests.workloads().forEach(to -> to.ports().forEach(port -> manifests.workloads()
                .filter(from -> allow(from, to, port.getContainerPort()))
                .forEach(from -> edges.computeIfAbsent(to.name() + ":" + port.getContainerPort(), _ -> new TreeSet<>())
                        .add(from.name()))));
        return edges;
    }

    public boolean allow(Workload from, Workload to, int port) {
        return (!isBounded(from, "Egress") || policies(from, "Egress")
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .anyMatch(rule -> meets(rule.getTo(), to) && opens(rule.getPorts(), port)))
                && (!isBounded(to, "Ingress") || policies(to, "Ingress")
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> meets(rule.getFrom(), from) && opens(rule.getPorts(), port)));
    }

    /**
     * True if everything that no policy allows is refused.
     *
     * @param direction {@code Ingress} or {@code Egress}
     */
    public boolean isBounded(Workload workload, String direction) {
        return policies(workload, direction).findAny().isPresent();
    }

    private Stream<NetworkPolicy> policies(Workload workload, String direction) {
        return manifests.all(NetworkPolicy.class)
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy -> selects(policy.getSpec().getPodSelector(), workload));
    }

    private static boolean meets(List<NetworkPolicyPeer> peers, Workload workload) {
        return peers.isEmpty() || peers.stream()
                .filter(peer -> peer.getNamespaceSelector() == null && peer.getIpBlock() == null)
                .anyMatch(peer -> selects(peer.getPodSelector(), workload));
    }

    private static boolean opens(List<NetworkPolicyPort> ports, int port) {
        return ports.isEmpty() || ports.stream().map(NetworkPolicyPort::getPort).map(IntOrString::getIntVal)
                .anyMatch(open -> open != null && open == port);
    }

    private static boolean selects(LabelSelector selector, Workload workload) {
        return workload.labels().entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(one -> holds(one, workload));
    }

    private static boolean holds(LabelSelectorRequirement requirement, Workload workload) {
        var isAmong = requirement.getValues().contains(workload.labels().get(requirement.getKey()));
        return switch (requirement.getOperator()) {
            case "In" -> isAmong;
            case "NotIn" -> !isAmong;
            case String other ->
                throw new IllegalArgumentException("Nobody has taught this test the operator " + other);
        };
    }
}
