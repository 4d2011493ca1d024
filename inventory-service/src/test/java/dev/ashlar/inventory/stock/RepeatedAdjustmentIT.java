package dev.ashlar.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.inventory.Answer;
import dev.ashlar.inventory.InventoryServiceTest;
import dev.ashlar.inventory.Shop;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InventoryServiceTest
class RepeatedAdjustmentIT {

    private final Shop shop;

    RepeatedAdjustmentIT(@LocalServerPort int port) {
        this.shop = new Shop(port);
    }

    @Test
    void givesTheStoredAnswerAgainAndAddsNothing() {
        var product = shop.newProduct().id();
        var first = shop.adjustUnder("delivery", product, 5);
        shop.adjust(product, 2);

        var second = shop.adjustUnder("delivery", product, 5);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(shop.stockOf(product)).isEqualTo("7+0");
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherAdjustment() {
        var product = shop.newProduct().id();
        var other = shop.newProduct().id();
        shop.adjustUnder("once", product, 5);

        assertThat(shop.adjustUnder("once", product, 6).status()).isEqualTo(422);
        assertThat(shop.adjustUnder("once", other, 5).status()).isEqualTo(422);

        assertThat(shop.stockOf(product)).isEqualTo("5+0");
        assertThat(shop.stockOf(other)).isEqualTo("0+0");
    }

    @Test
    void forgetsARefusal() {
        var product = shop.newProduct().id();
        assertThat(shop.adjustUnder("early", product, -1).status()).isEqualTo(409);
        assertThat(shop.adjustUnder("early", UUID.randomUUID(), 1).status()).isEqualTo(404);
        shop.adjust(product, 1);

        assertThat(shop.adjustUnder("early", product, -1).status()).isEqualTo(201);
        assertThat(shop.stockOf(product)).isEqualTo("0+0");
    }

    @Test
    void keepsTheKeysOfAdminsApart() {
        var product = shop.newProduct().id();
        shop.adjustUnder("mine", product, 5);

        assertThat(new Shop(shop.admin.port()).adjustUnder("mine", product, 5).header("Idempotency-Replayed"))
                .isEmpty();
        assertThat(shop.stockOf(product)).isEqualTo("10+0");
    }

    @Test
    void makesOneAdjustmentOfTenConcurrentRepeats() {
        var product = shop.newProduct().id();

        var statuses = IntStream.range(0, 10).parallel().mapToObj(_ -> shop.adjustUnder("repeats", product, 5))
                .map(Answer::status).distinct();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(shop.stockOf(product)).isEqualTo("5+0");
    }

    @Test
    void wantsOneWellFormedKey() {
        var path = "/products/" + shop.newProduct().id() + "/stock-adjustments";
        var body = "{\"delta\": 1, \"reason\": \"Delivery\"}";

        assertThat(shop.admin.post(path, body).complaint()).isEqualTo("Idempotency-Key");
        assertThat(shop.admin.post(path, body, "Idempotency-Key", "k".repeat(256)).status()).isEqualTo(400);
        assertThat(shop.admin.post(path, body, "Idempotency-Key", "two words").status()).isEqualTo(400);
        assertThat(shop.admin.post(path, body, "Idempotency-Key", "a", "Idempotency-Key", "b").status()).isEqualTo(400);
    }
}
