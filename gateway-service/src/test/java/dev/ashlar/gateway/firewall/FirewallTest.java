package dev.ashlar.gateway.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.ashlar.gateway.firewall.FirewallProperties.BlockedClientsLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class FirewallTest {

    private static final BlockedClientsLimits LIMITS = new BlockedClientsLimits(2, Duration.ofMinutes(1),
            Duration.ofMinutes(1), 10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void countsEachRuleThatLogsAndStopsAtTheFirstThatBlocks() {
        var firewall = firewall(Map.of("attack-xss", FirewallMode.BLOCK));

        var refusal = firewall.inspect(query("file=/etc/passwd&q=<script>&id=' or 1=1"));

        assertThat(refusal).isNotNull().extracting(Refusal::status).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(matched("attack-lfi-file-access")).isEqualTo(1);
        assertThat(matched("attack-xss")).isEqualTo(1);
        assertThat(matched("attack-sqli")).isZero();
    }

    @Test
    void letsARequestPassThatRulesOnlyLog() {
        assertThat(firewall(Map.of()).inspect(query("q=<script>"))).isNull();
        assertThat(matched("attack-xss")).isEqualTo(1);
    }

    @Test
    void blocksAClientThatItRefusedTooOften() {
        var firewall = firewall(
                Map.of("attack-xss", FirewallMode.BLOCK, FirewallRules.DOS_PROTECTION, FirewallMode.BLOCK));
        firewall.inspect(query("q=<script>"));
        firewall.inspect(query("q=<script>"));

        var refusal = firewall.inspect(query("q=lamp"));

        assertThat(refusal).isNotNull().extracting(Refusal::status).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(matched(FirewallRules.DOS_PROTECTION)).isEqualTo(1);
        assertThat(firewall.inspect(new MockHttpServletRequest("GET", "/health/ready"))).isNull();
    }

    @Test
    void countsNoCarelessRequestTowardsABlock() {
        var firewall = firewall(
                Map.of("protocol-enforcement-path", FirewallMode.BLOCK, FirewallRules.DOS_PROTECTION,
                        FirewallMode.BLOCK));
        for (var i = 0; i < 3; i++) {
            assertThat(firewall.inspect(new MockHttpServletRequest("GET", "/api/v1//products"))).isNotNull();
        }

        assertThat(firewall.inspect(query("q=lamp"))).isNull();
    }

    /** Tomcat passes a malformed request line on without its parts. */
    @Test
    void countsARequestWithoutMethodAndPath() {
        var request = new MockHttpServletRequest(null, null);
        request.setRequestURI(null);

        assertThatNoException().isThrownBy(() -> firewall(Map.of()).count(request));
    }

    @Test
    void refusesTheModeOfAnUnknownRule() {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> firewall(Map.of("attack-sql", FirewallMode.BLOCK)))
                .withMessageContaining("ashlar.firewall.modes");
    }

    private Firewall firewall(Map<String, FirewallMode> changed) {
        var modes = new HashMap<String, FirewallMode>();
        FirewallRules.ALL.forEach(rule -> modes.put(rule.id(), FirewallMode.LOG));
        modes.put(FirewallRules.DOS_PROTECTION, FirewallMode.LOG);
        modes.putAll(changed);
        return new Firewall(new FirewallProperties(modes, LIMITS), new BlockedClients(LIMITS, System::nanoTime),
                meters);
    }

    private double matched(String rule) {
        return meters.get("ashlar.firewall.matched").tag("rule", rule).functionCounter().count();
    }

    private static MockHttpServletRequest query(String query) {
        var request = new MockHttpServletRequest("GET", "/api/v1/products");
        request.setQueryString(query);
        return request;
    }
}
