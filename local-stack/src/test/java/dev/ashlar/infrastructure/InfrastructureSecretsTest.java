package dev.ashlar.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InfrastructureSecretsTest {

    private final InfrastructureSecrets secrets = new InfrastructureSecrets("superuser", "key");

    @Test
    void givesEachRoleItsOwnPassword() {
        assertThat(List.of(secrets.service("order_service"), secrets.migrator("order_service"),
                secrets.service("user_service"), secrets.migrator("user_service"))).doesNotHaveDuplicates();
    }

    @Test
    void givesAServiceADifferentPasswordForEachServer() {
        assertThat(List.of(secrets.service("order-service"), secrets.redis("redis-sessions", "order-service"),
                secrets.redis("redis-cache", "order-service"), secrets.kafka("order-service")))
                .doesNotHaveDuplicates();
    }

    @Test
    void derivesPasswordsWithoutSpecialCharacters() {
        assertThat(secrets.kafka("order-service")).matches("[A-Za-z0-9_-]{43}");
    }

    /** Expected value of {@code printf order_service | openssl dgst -sha256 -hmac key -binary | basenc --base64url}. */
    @Test
    void derivesTheSamePasswordAgain() {
        assertThat(secrets.service("order_service")).isEqualTo("KUAPV5TpBYDi-MX_BZySTC7yFrGNfO_ciQWl4DZnlt4");
    }

    @Test
    void dependsOnTheSecret() {
        assertThat(new InfrastructureSecrets("superuser", "other").service("order_service"))
                .isNotEqualTo(secrets.service("order_service"));
    }

    @Test
    void doesNotPrintSecrets() {
        assertThat(secrets.toString()).doesNotContain(secrets.superuser(), secrets.clients());
    }
}
