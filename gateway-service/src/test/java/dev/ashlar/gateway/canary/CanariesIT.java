package dev.ashlar.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.gateway.upstream.Canary;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class CanariesIT {

    private static final String PATH = "/api/v1/gateway/canaries";

    @LocalServerPort
    int port;

    @Autowired
    Canaries canaries;

    @Test
    void areStoredAndListed() {
        var response = admin().sendJson("PUT", PATH + "/order-service", "{\"version\":\"v2\",\"weight\":5}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"upstream\":\"order-service\",\"version\":\"v2\",\"weight\":5}");
        assertThat(admin().get(PATH).body()).contains(response.body());
        assertThat(canaries.all()).containsEntry("order-service", new Canary("v2", 5));
    }

    @Test
    void ofAnotherGatewayAreUsed() {
        canaries.put("email-service", new Canary("v3", 100));

        await().untilAsserted(() -> assertThat(admin().get(PATH).body()).contains("\"v3\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version":"v2","weight":101} | weight
            {"version":"v2","weight":-1}  | weight
            {"version":"v2"}              | weight
            {"weight":5}                  | version
            {"version":"","weight":5}     | version
            {"version":"v2","weight":"5"} | weight
            """)
    void rejectAnInvalidRequest(String body, String field) {
        var response = admin().sendJson("PUT", PATH + "/order-service", body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\"");
    }

    @Test
    void rejectAnUnknownUpstream() {
        assertThat(admin().sendJson("PUT", PATH + "/nowhere", "{\"version\":\"v2\",\"weight\":5}").status())
                .isEqualTo(404);
    }

    @Test
    void areForAdminsOnly() {
        assertThat(ServiceClient.of(port).get(PATH).status()).isEqualTo(401);
        assertThat(ServiceClient.of(port).signedInWith(TestTokens.shopper(UUID.randomUUID())).get(PATH).status())
                .isEqualTo(403);
    }

    private ServiceClient admin() {
        return ServiceClient.of(port).signedInWith(TestTokens.admin(UUID.randomUUID()));
    }
}
