package dev.ashlar.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningAnalyticsService
class ReadFiguresIT {

    private static final String ANALYTICS = "/api/v1/analytics";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/summary", "/sales", "/top-products"})
    void showsFiguresToAdminsOnly(String path) {
        assertThat(ServiceClient.of(port).get(ANALYTICS + path).status()).isEqualTo(401);
        assertThat(ServiceClient.shopper(port).get(ANALYTICS + path).status()).isEqualTo(403);
        assertThat(ServiceClient.admin(port).get(ANALYTICS + path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/summary?from=yesterday", "/summary?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
            "/summary?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "/summary?to=-0001-01-01T00:00:00Z",
            "/summary?from=2026-01-01", "/summary?from=", "/sales?granularity=", "/top-products?limit=",
            "/summary?limit=1", "/sales?granularity=week", "/sales?granularity=MINUTE",
            "/top-products?limit=0", "/top-products?limit=101", "/top-products?from=2026-01-01T00:00:00Z"})
    void rejectsAnInvalidQuery(String path) {
        assertThat(ServiceClient.admin(port).get(ANALYTICS + path).status()).isEqualTo(400);
    }
}
