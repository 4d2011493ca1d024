package dev.ashlar.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.ashlar.deployment.rule.KnownVariables;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final Set<String> SERVICES = Services.names();

    private final Compose compose = new Compose();

    @Test
    void publishesOnlyTheGateway() {
        assertThat(compose.published()).containsExactly("gateway-service");
    }

    @Test
    void setsOnlyVariablesThatTheServiceReads() {
        assertThat(compose.own()).allSatisfy(service -> {
            var known = KnownVariables.of(service);
            assertThat(compose.variables(service)).isNotEmpty().filteredOn(name -> !known.contain(name))
                    .isSubsetOf(compose.quoted(service));
        });
    }

    @Test
    void limitsTheMemoryOfEachContainer() {
        assertThat(compose.services()).allSatisfy((_, settings) -> assertThat(settings).containsKey("mem_limit"));
    }

    @Test
    void runsServicesWithoutPrivilegesOnAReadOnlyRoot() {
        assertThat(compose.built()).allSatisfy(service -> assertThat(compose.services().get(service)).contains(
                Map.entry("read_only", true), Map.entry("cap_drop", List.of("ALL")),
                Map.entry("security_opt", List.of("no-new-privileges:true"))));
    }

    @Test
    void pinsTheImagesOfOthers() {
        assertThat(compose.built()).isNotEmpty().allSatisfy(
                service -> assertThat(compose.services().get(service)).containsEntry("pull_policy", "never"));
    }

    @Test
    void redisRequiresAnAccount() {
        assertThat(compose.running("REDIS_IMAGE")).containsExactlyInAnyOrder("redis-sessions", "redis-cache")
                .allSatisfy(instance -> {
                    assertThat(compose.services().get(instance).get("command")).asInstanceOf(LIST)
                            .startsWith("/redis/start.sh", instance);
                    assertThat(compose.secrets(instance)).contains("operator").containsAll(SERVICES);
                });
    }

    @Test
    void kafkaRequiresAnAccount() {
        var kafka = compose.environment("kafka");

        assertThat(kafka.get("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").toString().split(","))
                .allMatch(listener -> listener.endsWith(":SASL_PLAINTEXT"));
        assertThat(kafka).containsEntry("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND", "false")
                .containsKey("KAFKA_AUTHORIZER_CLASS_NAME").containsEntry("KAFKA_SUPER_USERS", "User:broker");
        assertThat(compose.secrets("kafka-access")).contains("KAFKA_OPERATOR_PASSWORD")
                .containsAll(SERVICES.stream().map(ComposeTest::passwordVariable).toList());
    }

    @Test
    void givesEachServiceThePasswordsOfItsServers() {
        assertThat(compose.own())
                .allSatisfy(service -> assertThat(compose.secrets(service)).contains("REDIS_PASSWORD",
                        "KAFKA_PASSWORD"));
        assertThat(compose.own()).filteredOn(service -> compose.environment(service).containsKey("DATABASE_URL"))
                .containsExactlyInAnyOrderElementsOf(Services.behindTheGateway())
                .allSatisfy(service -> assertThat(compose.secrets(service)).contains("DATABASE_PASSWORD",
                        "DATABASE_MIGRATOR_PASSWORD"));
    }

    /** In a clone under umask 077 only the owner can read the file, and these containers run with other user ids. */
    @Test
    void mountsNoFileOfTheCloneWhoseModeMatters() {
        var root = Set.of("files", "nginx", "lgtm");

        assertThat(compose.services().keySet()).filteredOn(service -> !root.contains(service))
                .allSatisfy(service -> assertThat(compose.volumes(service))
                        .noneMatch(volume -> volume.startsWith(".") || volume.startsWith("$")));
    }

    @Test
    void copiesFilesBeforeTheirReadersStart() {
        var readers = compose.volumes("files").filter(volume -> volume.contains(":/to/"))
                .map(volume -> volume.split(":")[0]).toList();

        assertThat(compose.services().keySet()).filteredOn(service -> !service.equals("files"))
                .filteredOn(
                        service -> compose.volumes(service).anyMatch(volume -> readers.contains(volume.split(":")[0])))
                .isNotEmpty().isSubsetOf(compose.waitingFor("files"));
        assertThat(compose.services().values()).noneMatch(service -> service.containsKey("secrets"));
    }

    /** NGINX must resolve the name for each request, because Docker's DNS may return another address later. */
    @Test
    void nginxFollowsAGatewayWhoseAddressChanges() {
        assertThat(Repository.read("compose/edge/nginx.conf")).contains("resolver 127.0.0.11")
                .doesNotContain("upstream ").containsPattern("proxy_pass http://\\$\\w+;");
    }

    @Test
    void checksTextFilesOutWithUnixLineEnds() {
        assertThat(Repository.read(".gitattributes")).contains("* text=auto eol=lf");
    }

    @Test
    void marksTheSecretsOfTheDemo() {
        var settings = Compose.environmentFile();

        assertThat(List.of("DEMO_ADMIN_PASSWORD", "DEMO_SHOPPER_PASSWORD"))
                .allSatisfy(name -> assertThat(settings.get(name)).startsWith("demo-only-"));
        assertThat(compose.secretFiles().filter(Repository::has)).isNotEmpty()
                .allSatisfy(file -> assertThat(readable(file)).startsWith("demo-only-"));
        // compose/files.sh generates the others from this file.
        assertThat(readable(settings.get("SECRETS") + "/prefix")).isEqualTo("demo-only-");
        assertThat(compose.secretFiles().filter(file -> !Repository.has(file)))
                .allMatch(file -> SERVICES.stream().anyMatch(file::contains));
    }

    private static String passwordVariable(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_KAFKA_PASSWORD";
    }

    /** The rule of user-service for passwords. */
    @Test
    void namesNoDemoAccountInItsPassword() {
        var settings = Compose.environmentFile();

        assertThat(settings.get("DEMO_ADMIN_PASSWORD")).hasSizeGreaterThanOrEqualTo(15).doesNotContain("admin");
        assertThat(settings.get("DEMO_SHOPPER_PASSWORD")).hasSizeGreaterThanOrEqualTo(15).doesNotContain("shopper");
    }

    /** The signing key is in base64. */
    private static String readable(String file) {
        var secret = Repository.read(file).strip();
        return file.endsWith("/signing-key") ? new String(Base64.getDecoder().decode(secret), UTF_8) : secret;
    }
}
