package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@RunningOrderService
class PlaceOrderIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    private Caller shopper;
    private PricedProducts priced;

    @BeforeEach
    void openTheShop() {
        shopper = Caller.shopper(port);
        priced = new PricedProducts(prices);
    }

    @Test
    void acceptsAnOrderAtTheListedPrices() {
        var lamp = priced.productFor("49.99");
        var rug = priced.productFor("0.50");

        var placed = shopper.order(twoOfEach(lamp, rug));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.header("Location")).isEqualTo("/api/v1/orders/" + placed.id());
        assertThat(placed.header("ETag")).isEqualTo("\"1\"");
        assertThat(placed.header("Idempotency-Replayed")).isEmpty();
        assertThat(placed.header("Content-Type")).isEqualTo("application/json");
        assertThat(placed.header("Cache-Control")).contains("no-store");
        assertThat(placed.body()).contains("\"status\":\"PENDING\"", "\"reason\":null", "\"currency\":\"USD\"",
                "\"total\":100.98", """
                        "items":[{"product_id":"%s","quantity":2,"unit_price":49.99},\
                        {"product_id":"%s","quantity":2,"unit_price":0.50}]""".formatted(lamp, rug));
        assertThat(shopper.read(placed.id()).json()).isEqualTo(placed.json());
    }

    @Test
    void publishesTheOrder() {
        var placed = shopper.order(twoOfEach(priced.productFor("12.30"), priced.productFor("1.00")));

        await().until(() -> Events.on("orders").ofSubject(placed.id()).size() == 1);
        var event = Events.on("orders").ofSubject(placed.id()).getFirst();
        EventSchemas.assertValid("order.created", event.data());
        assertThat(event.type()).isEqualTo("order.created");
        assertThat(event.source()).isEqualTo("/order-service");
        assertThat(event.requestId()).isEqualTo(placed.header("X-Request-Id"));
        var data = JsonMapper.shared().readTree(event.data());
        assertThat(data.at("/user_id").asString()).isEqualTo(shopper.id().toString());
        assertThat(data.at("/order_version").asInt()).isEqualTo(1);
        assertThat(data.at("/items").valueStream().map(item -> item.at("/product_id")))
                .containsExactlyElementsOf(
                        placed.json().at("/items").valueStream().map(item -> item.at("/product_id")).toList());
        assertThat(data.at("/items/0/name").asString()).isEqualTo("Product at 12.30");
        assertThat(data.at("/items/1/name").asString()).isEqualTo("Product at 1.00");
        assertThat(data.has("reason")).isFalse();
    }

    @Test
    void acceptsAHundredLines() {
        var products = IntStream.range(0, 100).mapToObj(_ -> priced.productFor("1.00")).toArray(UUID[]::new);

        var placed = shopper.order(twoOfEach(products));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.json().at("/items").size()).isEqualTo(100);
        assertThat(shopper.read(placed.id()).json()).isEqualTo(placed.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"items\":null}", "{\"items\":[]}", "{\"items\":[null]}",
            "{\"items\":[{\"quantity\":1}]}", "{\"items\":[{\"product_id\":\"%s\"}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":0}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":-1}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1001}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":99999999999}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1.0}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":\"1\"}]}",
            "{\"items\":[{\"product_id\":\"lamp\",\"quantity\":1}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1,\"unit_price\":0.01}]}",
            "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}],\"user_id\":\"%<s\"}"})
    void refusesAMalformedOrder(String body) {
        var refused = shopper.order(body.formatted(priced.productFor("1.00")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().at("/errors").size()).isPositive();
    }

    @Test
    void refusesTwoLinesWithTheSameProduct() {
        var lamp = priced.productFor("1.00");

        var refused = shopper.order(twoOfEach(lamp, lamp));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("items[1].product_id");
    }

    @Test
    void refusesAHundredAndOneLines() {
        var refused = shopper.order(twoOfEach(IntStream.range(0, 101).mapToObj(_ -> UUID.randomUUID())
                .toArray(UUID[]::new)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("items");
    }

    @Test
    void namesTheLineWithAnUnknownProduct() {
        var refused = shopper.order(twoOfEach(priced.productFor("1.00"), UUID.randomUUID()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("items[1].product_id");
        assertThat(refused.text("/request_id")).isEqualTo(refused.header("X-Request-Id"));
    }

    @Test
    void refusesTwoCurrencies() {
        var refused = shopper.order(twoOfEach(priced.productFor("1.00"), priced.productFor("1.00", "EUR")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("items");
    }

    @Test
    void refusesATotalThatIsTooLarge() {
        var refused = shopper.order(twoOfEach(priced.productFor("5000000000.00")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("items");
        assertThat(refused.text("/errors/0/message")).isEqualTo("must have a total of at most 9999999999.99");
    }

    @Test
    void refusesAnUnauthenticatedClient() {
        assertThat(Caller.anonymous(port).order(twoOfEach(UUID.randomUUID())).status()).isEqualTo(401);
    }
}
