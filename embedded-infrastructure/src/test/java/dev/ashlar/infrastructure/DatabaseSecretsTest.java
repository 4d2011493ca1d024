package dev.ashlar.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseSecretsTest {

    private final DatabaseSecrets secrets = new DatabaseSecrets("superuser", "key");

    @Test
    void givesEveryRoleAPasswordOfItsOwn() {
        assertThat(List.of(secrets.service("order_service"), secrets.migrator("order_service"),
                secrets.service("user_service"), secrets.migrator("user_service"))).doesNotHaveDuplicates();
    }

    /** {@code printf order_service | openssl dgst -sha256 -hmac key -binary | basenc --base64url} says the same. */
    @Test
    void derivesTheSamePasswordAgain() {
        assertThat(secrets.service("order_service")).isEqualTo("KUAPV5TpBYDi-MX_BZySTC7yFrGNfO_ciQWl4DZnlt4");
    }

    @Test
    void dependsOnTheSecret() {
        assertThat(new DatabaseSecrets("superuser", "other").service("order_service"))
                .isNotEqualTo(secrets.service("order_service"));
    }

    @Test
    void doesNotPrintThem() {
        assertThat(secrets.toString()).doesNotContain(secrets.superuser(), secrets.roles());
    }
}
