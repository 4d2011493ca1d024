package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.deployment.rule.KnownVariables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private final Compose compose = new Compose();

    @Test
    void buildsEveryService() {
        assertThat(compose.own()).containsExactlyInAnyOrder("gateway-service", "user-service", "order-service",
                "inventory-service", "email-service", "analytics-service");
    }

    @Test
    void publishesTheGatewayAlone() {
        assertThat(compose.published()).containsExactly("gateway-service");
    }

    @Test
    void givesAServiceNoVariableThatItDoesNotRead() {
        assertThat(compose.own()).allSatisfy(service -> {
            var known = KnownVariables.of(service);
            assertThat(compose.variables(service)).isNotEmpty().allMatch(known::contain, "known to " + service);
        });
    }

    @Test
    void boundsTheMemoryOfEverything() {
        assertThat(compose.services()).allSatisfy((_, settings) -> assertThat(settings).containsKey("mem_limit"));
    }

    @Test
    void runsServicesWithoutPrivilegesOnAReadOnlyRoot() {
        assertThat(compose.own()).allSatisfy(service -> assertThat(compose.services().get(service)).contains(
                Map.entry("read_only", true), Map.entry("cap_drop", List.of("ALL")),
                Map.entry("security_opt", List.of("no-new-privileges:true"))));
    }

    @Test
    void shipsSecretsThatSayThatTheyAreTheDemosOnly() {
        var settings = Compose.environmentFile();

        assertThat(List.of("DEMO_ADMIN_PASSWORD", "DEMO_SHOPPER_PASSWORD"))
                .allSatisfy(name -> assertThat(settings.get(name)).startsWith("demo-only-"));
    }

    /** As user-service asks of a password. */
    @Test
    void namesNoDemoAccountInItsPassword() {
        var settings = Compose.environmentFile();

        assertThat(settings.get("DEMO_ADMIN_PASSWORD")).hasSizeGreaterThanOrEqualTo(15).doesNotContain("admin");
        assertThat(settings.get("DEMO_SHOPPER_PASSWORD")).hasSizeGreaterThanOrEqualTo(15).doesNotContain("shopper");
    }
}
