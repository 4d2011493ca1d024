package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.order.pricing.PriceList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningOrderService
class ReadOrdersIT {

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    private Caller shopper;
    private String order;

    @BeforeEach
    void openTheShop() {
        shopper = Caller.shopper(port);
        order = twoOfEach(new PricedProducts(prices).productFor("7.25"));
    }

    @Test
    void listsOwnOrdersNewestFirstPageByPage() {
        var placed = Stream.generate(() -> shopper.order(order).id()).limit(5).toList();
        Caller.shopper(port).order(order);

        var seen = new ArrayList<UUID>();
        var page = shopper.get("/api/v1/orders?limit=2").json();
        seen.addAll(ids(page));
        while (!page.at("/next_cursor").isNull()) {
            page = shopper.get("/api/v1/orders?limit=2&cursor=" + page.at("/next_cursor").asString()).json();
            assertThat(page.at("/items").size()).isBetween(1, 2);
            seen.addAll(ids(page));
        }

        assertThat(seen).containsExactlyElementsOf(placed.reversed());
    }

    @Test
    void listsAnOrderWithTheSameFieldsAsASingleRead() {
        var placed = shopper.order(order);

        var page = shopper.get("/api/v1/orders").json();

        assertThat(page.at("/items/0")).isEqualTo(placed.json());
        assertThat(page.at("/next_cursor").isNull()).isTrue();
    }

    @Test
    void returnsAnEmptyListForANewUser() {
        assertThat(shopper.get("/api/v1/orders").body()).isEqualTo("{\"items\":[],\"next_cursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=nonsense", "cursor=", "status=PENDING"})
    void namesTheBadQueryParameter(String query) {
        var refused = shopper.get("/api/v1/orders?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void showsAnOrderToItsOwnerAndToAdminsOnly() {
        var id = shopper.order(order).id();

        assertThat(shopper.read(id).status()).isEqualTo(200);
        assertThat(Caller.admin(port).read(id).status()).isEqualTo(200);
        assertThat(Caller.shopper(port).read(id).status()).isEqualTo(404);
        assertThat(Caller.anonymous(port).read(id).status()).isEqualTo(401);
        assertThat(shopper.read(UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void returns304WithoutABodyWhenTheETagMatches() {
        var placed = shopper.order(order);

        var unchanged = shopper.readUnless(String.valueOf(placed.header("ETag")), placed.id());

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(shopper.readUnless("\"0\"", placed.id()).status()).isEqualTo(200);
    }

    private static List<UUID> ids(JsonNode page) {
        return page.at("/items").valueStream().map(item -> UUID.fromString(item.at("/id").asString())).toList();
    }
}
