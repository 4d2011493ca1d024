package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.deployment.manifest.ExternalTraffic;
import dev.ashlar.deployment.manifest.InternalTraffic;
import dev.ashlar.deployment.manifest.ResourceRequests;
import dev.ashlar.deployment.manifest.Settings;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlaysTest {

    @ParameterizedTest
    @EnumSource
    void keepsAllRules(Overlay overlay) {
        assertThat(overlay.broken(overlay.rendered())).isEmpty();
    }

    /** Prints the number of objects. */
    @ParameterizedTest
    @EnumSource
    void hasOnlyObjectsThatTheModelKnows(Overlay overlay) {
        var objects = overlay.manifests().objects();

        System.out.printf("%s: %d objects, all valid%n", overlay, objects.size());
        assertThat(objects).hasSameSizeAs(overlay.rendered().split("(?m)^---$"));
    }

    /** The picture in k8s/README.md. */
    @Test
    void allowsOnlyNeededTraffic() {
        var toPostgres = sorted(String.join(" ", Services.behindTheGateway()) + " postgres-access");
        var services = String.join(" ", Services.names());

        var ofServices = Services.behindTheGateway().stream()
                .flatMap(service -> Stream.of(service + ":8080 <- gateway-service", service + ":9080 <- lgtm"));
        var ofStores = """
                gateway-service:9080 <- lgtm
                kafka:9092 <- %1$s
                kafka:9093 <- kafka
                kafka:9094 <- kafka kafka-access
                lgtm:4318 <- %1$s
                mail:3025 <- email-service
                postgres:5432 <- %2$s
                redis-cache:6379 <- %1$s
                redis-sessions:6379 <- %1$s
                s3:8080 <- inventory-service user-service""".formatted(services, toPostgres).lines();
        assertThat(edges(Overlay.LOCAL).lines())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ofServices, ofStores).toList());
    }

    @Test
    void allowsOnlyNeededExternalTraffic() {
        var everywhere = List.of(
                "dns -> namespaces {kubernetes.io/metadata.name=kube-system} {k8s-app=kube-dns}: 53",
                "gateway-service <- namespaces {ashlar.dev/edge=true}: 8080");

        assertThat(new ExternalTraffic(Overlay.LOCAL.manifests()).all()).containsExactlyElementsOf(everywhere);
        assertThat(new ExternalTraffic(Overlay.PRODUCTION.manifests()).all()).containsExactlyInAnyOrder(
                everywhere.get(0),
                everywhere.get(1), "to-postgres -> 10.30.0.0/24: 5432", "to-redis -> 10.30.1.0/24: 6379",
                "to-smtp -> 10.30.2.0/24: 587", "to-s3 -> 10.30.3.0/24: 443");
    }

    @Test
    void acknowledgesOnTwoOfThreeBrokersInProduction() {
        var kafka = Overlay.PRODUCTION.manifests().named(StatefulSet.class, "kafka").findAny()
                .orElseThrow();

        assertThat(kafka.getSpec().getReplicas()).isEqualTo(3);
        assertThat(kafka.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv())
                .anyMatch(one -> one.getName().equals("KAFKA_MIN_INSYNC_REPLICAS") && one.getValue().equals("2"));
    }

    /** The default of minikube is two CPUs and 4 GiB, including the cluster itself and an ingress controller. */
    @Test
    void localOverlayFitsASmallNodeDuringARollout() {
        var requests = new ResourceRequests(Overlay.LOCAL.manifests());

        assertThat(requests.atMost("cpu")).isLessThanOrEqualTo(new BigDecimal("0.95"));
        assertThat(requests.atMost("memory")).isLessThanOrEqualTo(new BigDecimal(3328L << 20));
    }

    /** The API server drops these values, so each kubectl apply would find a change. */
    @ParameterizedTest
    @EnumSource
    void hasNoFieldThatTheServerDrops(Overlay overlay) {
        assertThat(overlay.rendered())
                .doesNotContainPattern("(?m)^[ -]*(?!emptyDir|podSelector)\\w+: (null|~|\\[]|\\{})$");
    }

    @ParameterizedTest
    @EnumSource
    void userServiceTrustsNoOutsiderAboutClientAddresses(Overlay overlay) {
        var manifests = overlay.manifests();
        var trusted = manifests.named(Deployment.class, "user-service")
                .map(one -> one.getSpec().getTemplate().getSpec().getContainers().getFirst())
                .map(container -> Settings.of(container, manifests).get("TRUSTED_PROXIES")).toList();

        assertThat(trusted).singleElement()
                .satisfies(addresses -> assertThat(List.of("10.244.0.7", "100.64.1.2", "172.31.0.9", "192.168.1.1",
                        "fd00:0:0:0:0:0:0:7")).allMatch(pod -> pod.matches(addresses)))
                .satisfies(addresses -> assertThat(List.of("203.0.113.9", "100.128.0.1", "172.32.0.1", "1.10.0.0.1",
                        "2001:db8:0:0:0:0:0:1")).noneMatch(other -> other.matches(addresses)));
    }

    private static String edges(Overlay overlay) {
        return new InternalTraffic(overlay.manifests()).all().entrySet().stream()
                .map(edge -> edge.getKey() + " <- " + String.join(" ", edge.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String sorted(String words) {
        return Stream.of(words.split(" ")).sorted().collect(Collectors.joining(" "));
    }
}
