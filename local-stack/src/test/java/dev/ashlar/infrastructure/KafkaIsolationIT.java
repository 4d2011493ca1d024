package dev.ashlar.infrastructure;

import dev.ashlar.process.Signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.infrastructure.access.TopicAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the rights of every service to every topic at the broker. */
class KafkaIsolationIT {

    static final List<TopicAccess> SERVICES = TopicAccess.SERVICES;

    @TempDir
    static Path home;

    private static final InfrastructureSecrets SECRETS = new InfrastructureSecrets("superuser", "clients");

    private static KafkaPart part;
    private static Process process;
    private static KafkaPrincipal operator;

    @BeforeAll
    static void start() throws Exception {
        var ports = Ports.free();
        part = new KafkaPart(home.resolve("kafka"), Binaries.ofThisUser(), ports.kafka(), ports.kafkaController(),
                ports.kafkaServices(), SECRETS);
        operator = KafkaPrincipal.operator(part.port());
        startAgain();
        for (var topic : topics()) {
            operator.create(topic);
            operator.send(topic);
        }
    }

    @AfterAll
    static void stop() {
        part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsAServiceWriteItsTopics(TopicAccess access) throws Exception {
        for (var topic : access.written()) {
            as(access).send(topic);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsAServiceReadItsTopicsInItsOwnGroups(TopicAccess access) {
        for (var topic : access.read()) {
            assertThat(as(access).read(topic, access.service())).isNotEmpty();
            assertThat(as(access).read(topic, access.service() + "-1")).isNotEmpty();
        }
    }

    @Test
    void letsAServiceCreateItsTopicsAndHidesOthers() throws Exception {
        var email = serviceNamed("email-service");
        operator.delete("users.email-service.dlt");

        as(email).create("users.email-service.dlt");
        as(email).send("users.email-service.dlt");

        assertThat(as(email).topics()).containsExactlyInAnyOrder("orders", "users", "orders.email-service.dlt",
                "users.email-service.dlt");
    }

    @ParameterizedTest
    @MethodSource
    void refusesToWriteAnyOtherTopic(TopicAccess access, String topic) {
        assertThatThrownBy(() -> as(access).send(topic)).hasCauseInstanceOf(AuthorizationException.class);
    }

    static Stream<Arguments> refusesToWriteAnyOtherTopic() {
        return SERVICES.stream().flatMap(access -> others(access.written()).map(topic -> Arguments.of(access, topic)));
    }

    @ParameterizedTest
    @MethodSource
    void refusesToReadAnyOtherTopic(TopicAccess access, String topic) {
        assertThatThrownBy(() -> as(access).read(topic, access.service()))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    static Stream<Arguments> refusesToReadAnyOtherTopic() {
        return SERVICES.stream().flatMap(access -> others(access.read()).map(topic -> Arguments.of(access, topic)));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesTheGroupOfAnotherService(TopicAccess access) {
        for (var other : SERVICES) {
            if (!other.equals(access)) {
                assertThatThrownBy(() -> as(access).read(access.read().getFirst(), other.service()))
                        .isInstanceOf(GroupAuthorizationException.class);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesToCreateAnUnknownTopic(TopicAccess access) {
        assertThatThrownBy(() -> as(access).create("anything"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @MethodSource
    void refusesToLetAWriterDeleteItsTopic(TopicAccess access, String topic) {
        assertThatThrownBy(() -> as(access).delete(topic)).hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> as(access).shortenRetention(topic))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    static Stream<Arguments> refusesToLetAWriterDeleteItsTopic() {
        return SERVICES.stream()
                .flatMap(access -> access.written().stream().map(topic -> Arguments.of(access, topic)));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesToLetAServiceGrantItselfRights(TopicAccess access) {
        assertThatThrownBy(() -> as(access).grantEverything())
                .hasCauseInstanceOf(ClusterAuthorizationException.class);
        assertThatThrownBy(() -> as(access).changePasswordOf("user-service"))
                .hasCauseInstanceOf(ClusterAuthorizationException.class);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesTheWrongPassword(TopicAccess access) {
        var other = KafkaPrincipal.service(part.servicesPort(), access.service(), SECRETS.kafka("another"));

        assertThatThrownBy(other::topics).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void keepsAclsAndPasswordsAfterAKill() throws Exception {
        Signal.KILL.stop(process.toHandle(), Duration.ofSeconds(5));
        startAgain();

        as(serviceNamed("order-service")).send("orders");
        assertThatThrownBy(() -> as(serviceNamed("order-service")).send("inventory"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void revokesAclsThatAreNotDefined() throws Exception {
        var analytics = serviceNamed("analytics-service");
        operator.grantRead(analytics.service(), "users");
        assertThat(as(analytics).topics()).contains("users");

        operator.provision(SECRETS);

        assertThat(as(analytics).topics()).containsExactlyInAnyOrder("orders", "orders.analytics-service.dlt");
    }

    private static void startAgain() throws Exception {
        part.prepare();
        var log = home.resolve("kafka.log");
        process = part.start(log);
        EmbeddedInfrastructure.awaitReady(part, process, log);
        part.provision();
    }

    private static KafkaPrincipal as(TopicAccess access) {
        return KafkaPrincipal.service(part.servicesPort(), access.service(), SECRETS.kafka(access.service()));
    }

    private static TopicAccess serviceNamed(String name) {
        return SERVICES.stream().filter(access -> access.service().equals(name)).findFirst().orElseThrow();
    }

    private static Stream<String> others(List<String> own) {
        return topics().stream().filter(topic -> !own.contains(topic));
    }

    private static Set<String> topics() {
        var all = new TreeSet<String>();
        SERVICES.forEach(access -> {
            all.addAll(access.written());
            all.addAll(access.read());
        });
        return all;
    }
}
