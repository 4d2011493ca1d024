package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import dev.ashlar.testing.TestTokens;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests with fields that only the service sets, and with ids or cursors in the wrong form. */
@RunningOrderService
class StrictInputIT {

    private static final String LINE = "\"product_id\":\"0198e0a4-0000-7000-8000-00000000000a\",\"quantity\":1";

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    private String authorization;

    @BeforeEach
    void signIn() {
        authorization = "Authorization: Bearer " + TestTokens.shopper(UuidCreator.getTimeOrderedEpoch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "status", "user_id", "total", "currency", "reason", "created_at", "idempotency_key"})
    void refusesFieldsThatOnlyTheServiceSets(String field) {
        order("{\"items\":[{" + LINE + "}],\"" + field + "\":\"x\"}").refuses(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit_price", "price", "currency", "total", "id"})
    void refusesLineFieldsThatOnlyTheServiceSets(String field) {
        order("{\"items\":[{" + LINE + ",\"" + field + "\":0.01}]}").refuses("items[0]." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "AZjgpAAAcACAAAAAAAAACg==", "0198e0a400007000800000000000000a", ""})
    void refusesAProductIdThatIsNoUuid(String product) {
        order("{\"items\":[{\"product_id\":\"" + product + "\",\"quantity\":1}]}").refuses("items[0].product_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "events", "0198e0a400007000800000000000000a"})
    void refusesAnOrderIdThatIsNoUuid(String id) {
        new RawHttp(port).send("GET /api/v1/orders/" + id, authorization).refuses("id");
        new RawHttp(port).send("POST /api/v1/orders/" + id + "/cancel", authorization).refuses("id");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var cursor = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(("sessions\u001f" + UUID.randomUUID()).getBytes(UTF_8));

        new RawHttp(port).send("GET /api/v1/orders?cursor=" + cursor, authorization).refuses("cursor");
    }

    @Test
    void placesNoOrderWhenTheClientAcceptsNoJson() {
        var body = twoOfEach(new PricedProducts(prices).productFor("1.00"));

        new RawHttp(port).json("POST /api/v1/orders", body, authorization, "Idempotency-Key: html",
                "Accept: text/html").isProblem(406);

        assertThat(new RawHttp(port).send("GET /api/v1/orders", authorization).body())
                .isEqualTo("{\"items\":[],\"next_cursor\":null}");
    }

    private RawResponse order(String body) {
        return new RawHttp(port).json("POST /api/v1/orders", body, authorization, "Idempotency-Key: strict");
    }
}
