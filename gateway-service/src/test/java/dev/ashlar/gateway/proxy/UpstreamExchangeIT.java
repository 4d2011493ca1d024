package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.gateway.GatewayTest;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.ServerRequest;

@GatewayTest
class UpstreamExchangeIT {

    @Autowired
    UpstreamExchange exchange;

    @Autowired
    PoolingHttpClientConnectionManager connections;

    @Test
    void closesTheConnectionOfAResponseThatCannotBeForwarded() {
        var caller = ServerRequest.create(new MockHttpServletRequest("GET", "/"), List.of());
        var request = exchange.request(caller).method(HttpMethod.GET).headers(new HttpHeaders())
                .uri(URI.create("http://email-service")).responseConsumer((_, _) -> {
                    throw new IllegalStateException("of a filter");
                }).build();

        assertThatThrownBy(() -> exchange.exchange(request)).hasMessage("of a filter");

        assertThat(connections.getTotalStats().getLeased()).isZero();
    }
}
