package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list of services agrees with {@code services.txt}. */
class ServicesTest {

    @Test
    void allAreModules() {
        assertThat(found("<module>([a-z-]+-service)</module>", "pom.xml")).isEqualTo(Services.names());
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.deployment.Services#names")
    void listensOnItsPort(String service) {
        var port = Services.ports().get(service);

        assertThat(Repository.read(service + "/src/main/resources/application.yml"))
                .contains("${SERVER_PORT:" + port + "}", "${MANAGEMENT_SERVER_PORT:" + (port + 1_000) + "}");
    }

    @Test
    void theGatewayReachesAll() {
        var urls = Services.behindTheGateway().stream()
                .map(service -> "instances: \"${%s_URL:http://127.0.0.1:%d}\"".formatted(
                        service.toUpperCase(Locale.ROOT).replace('-', '_'), Services.ports().get(service)))
                .toList();

        assertThat(Repository.read("gateway-service/src/main/resources/gateway.yml")).contains(urls);
        assertThat(found("upstream: ([a-z-]+-service)\n", "gateway-service/src/main/resources/gateway.yml"))
                .isEqualTo(Services.behindTheGateway());
    }

    @Test
    void composeRunsAll() {
        assertThat(new Compose().own()).isEqualTo(Services.names());
    }

    @ParameterizedTest
    @EnumSource
    void clustersRunAll(Overlay overlay) {
        assertThat(overlay.manifests().all(Deployment.class).map(one -> one.getMetadata().getName())
                .filter(name -> name.endsWith("-service"))).containsExactlyInAnyOrderElementsOf(Services.names());
    }

    /** By a host name that resolves to every instance of every service. */
    @Test
    void prometheusScrapesAll() {
        var compose = new Compose();
        assertThat(Repository.read("compose/observability/prometheus.yaml")).contains("names: [ instances ]");
        assertThat(Services.names()).allSatisfy(service -> assertThat(compose.services().get(service).get("networks"))
                .asString().contains("inside={aliases=[instances]}"));

        var local = Overlay.LOCAL.manifests();
        assertThat(Repository.read("k8s/components/observability/prometheus.yaml")).contains("names: [ service-pods ]");
        var pods = local.all(Service.class).filter(one -> one.getMetadata().getName().equals("service-pods"))
                .findFirst().orElseThrow().getSpec().getSelector();
        assertThat(local.all(Deployment.class).filter(one -> one.getMetadata().getName().endsWith("-service")))
                .allSatisfy(one -> assertThat(one.getSpec().getTemplate().getMetadata().getLabels())
                        .containsAllEntriesOf(pods));
    }

    @ParameterizedTest
    @CsvSource({"redis/redis-sessions.acl, 'user '", "redis/redis-cache.acl, 'user '", "kafka/access.txt, ''"})
    void allHaveGrants(String file, String before) {
        assertThat(found("(?m)^%s([a-z]+-service) ".formatted(before), "provisioning/" + file))
                .isEqualTo(Services.names());
    }

    private static Set<String> found(String pattern, String file) {
        return Pattern.compile(pattern).matcher(Repository.read(file)).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
