package dev.ashlar.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.ashlar.infrastructure.Service;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.tls.LocalCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceEnvironmentTest {

    private static final Service USER = new Service("user-service", 8081);
    private static final Service ORDER = new Service("order-service", 8082);

    private final Secrets secrets = Secrets.random();
    private final ServiceEnvironment environment = new ServiceEnvironment(new PortPlan(0), secrets,
            Path.of("/home/upstreams.json"), new LocalCertificate(Path.of("/home/tls")));

    @ParameterizedTest
    @FieldSource("dev.ashlar.infrastructure.Service#ALL")
    void listensOnTheLoopbackAddressOnly(Service service) {
        assertThat(environment.of(service, 1)).containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    }

    @Test
    void givesASecondInstanceItsOwnPorts() {
        assertThat(environment.of(ORDER, 2)).containsEntry("SERVER_PORT", "18082")
                .containsEntry("MANAGEMENT_SERVER_PORT", "19082");
    }

    @Test
    void givesTheGatewayACertificateThatExists(@TempDir Path folder) throws Exception {
        assertThat(environment.of(Service.GATEWAY, 1)).doesNotContainKey("TLS_CERTIFICATE");
        var certificate = new LocalCertificate(folder);
        certificate.createIfMissing();
        var withTls = new ServiceEnvironment(new PortPlan(0), secrets, Path.of("/home/upstreams.json"), certificate);

        assertThat(withTls.of(Service.GATEWAY, 2)).containsEntry("TLS_PORT", "18443")
                .containsEntry("TLS_CERTIFICATE", folder.resolve("certificate.pem").toString())
                .containsEntry("TLS_PRIVATE_KEY", folder.resolve("key.pem").toString());
        assertThat(withTls.of(ORDER, 1)).doesNotContainKey("TLS_CERTIFICATE");
    }

    @ParameterizedTest
    @MethodSource("withADatabase")
    void pointsEveryServiceAtTheDatabase(Service service) {
        assertThat(environment.of(service, 1))
                .containsEntry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:25432/ashlar");
    }

    @Test
    void givesAServiceOnlyItsOwnPasswords() {
        assertThat(environment.of(ORDER, 1))
                .containsEntry("DATABASE_PASSWORD", secrets.infrastructure().service("order_service"))
                .containsEntry("DATABASE_MIGRATOR_PASSWORD", secrets.infrastructure().migrator("order_service"));
    }

    @ParameterizedTest
    @FieldSource("dev.ashlar.infrastructure.Service#ALL")
    void givesAServiceItsAccountAtBothRedis(Service service) {
        var passwords = secrets.infrastructure();

        assertThat(environment.of(service, 1))
                .containsEntry("REDIS_SESSIONS_URL", "redis://%s:%s@127.0.0.1:26379"
                        .formatted(service.id(), passwords.redis("redis-sessions", service.id())))
                .containsEntry("REDIS_CACHE_URL", "redis://%s:%s@127.0.0.1:26380"
                        .formatted(service.id(), passwords.redis("redis-cache", service.id())));
    }

    @ParameterizedTest
    @FieldSource("dev.ashlar.infrastructure.Service#ALL")
    void givesAServiceItsAccountAtKafka(Service service) {
        assertThat(environment.of(service, 1)).containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:29094")
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
                .containsEntry("KAFKA_USERNAME", service.id())
                .containsEntry("KAFKA_PASSWORD", secrets.infrastructure().kafka(service.id()));
    }

    @Test
    void givesTheGatewayAddressesButNoSecretsOfServices() {
        assertThat(environment.of(Service.GATEWAY, 1)).containsEntry("UPSTREAMS_FILE", "/home/upstreams.json")
                .containsEntry("CONSOLE_SUPERVISOR", "http://127.0.0.1:23090")
                .doesNotContainKeys("DATABASE_URL", "DATABASE_PASSWORD", "SIGNING_KEY_SECRET");
    }

    @Test
    void givesSigningKeyAndDemoPasswordsToUserServiceOnly() {
        var trusted = Map.of("SIGNING_KEY_SECRET", secrets.signingKey(), "DEMO_ADMIN_PASSWORD", secrets.demoAdmin(),
                "DEMO_SHOPPER_PASSWORD", secrets.demoShopper());

        assertThat(environment.of(USER, 1)).containsAllEntriesOf(trusted);
        assertThat(environment.of(ORDER, 1)).doesNotContainKeys(trusted.keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @FieldSource("dev.ashlar.infrastructure.Service#ALL")
    void neverExposesInfrastructureSecrets(Service service) {
        assertThat(environment.of(service, 1)).doesNotContainValue(secrets.databaseSuperuser())
                .doesNotContainValue(secrets.clients());
    }

    private static Stream<Service> withADatabase() {
        return Service.ALL.stream().filter(Service::hasDatabase);
    }
}
