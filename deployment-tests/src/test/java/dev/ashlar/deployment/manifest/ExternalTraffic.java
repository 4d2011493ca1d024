package dev.ashlar.deployment.manifest;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The traffic that policies allow between the pods of the namespace and anything else: other namespaces, addresses,
 * everybody.
 */
public record ExternalTraffic(Manifests manifests) {

    /** By the name of the policy, such as {@code to-smtp -> 10.30.2.0/24: 587}. */
    public List<String> all() {
        return manifests.all(NetworkPolicy.class).flatMap(ExternalTraffic::crossings).sorted().toList();
    }

    private static Stream<String> crossings(NetworkPolicy policy) {
        var name = policy.getMetadata().getName();
        var in = policy.getSpec().getIngress().stream()
                .flatMap(rule -> beyond(rule.getFrom())
                        .map(peer -> name + " <- " + peer + ": " + ports(rule.getPorts())));
        var out = policy.getSpec().getEgress().stream()
                .flatMap(
                        rule -> beyond(rule.getTo()).map(peer -> name + " -> " + peer + ": " + ports(rule.getPorts())));
        return Stream.concat(in, out);
    }

    private static Stream<String> beyond(List<NetworkPolicyPeer> peers) {
        return peers.isEmpty()
                ? Stream.of("anybody")
                : peers.stream().filter(ExternalTraffic::isBeyond).map(ExternalTraffic::named);
    }

    private static boolean isBeyond(NetworkPolicyPeer peer) {
        return peer.getNamespaceSelector() != null || peer.getIpBlock() != null;
    }

    private static String named(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return peer.getIpBlock().getCidr();
        }
        var pods = peer.getPodSelector() == null ? "" : " " + peer.getPodSelector().getMatchLabels();
        return "namespaces " + peer.getNamespaceSelector().getMatchLabels() + pods;
    }

    private static String ports(List<NetworkPolicyPort> ports) {
        return ports.isEmpty()
                ? "any port"
                : ports.stream().map(port -> String.valueOf(port.getPort().getValue())).distinct()
                        .collect(Collectors.joining(" "));
    }
}
