package dev.ashlar.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.ServiceResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningInventoryService
class RepeatedAdjustmentIT {

    private final InventoryApi api;

    RepeatedAdjustmentIT(@LocalServerPort int port) {
        this.api = new InventoryApi(port);
    }

    @Test
    void returnsTheStoredResponseAndAddsNothing() {
        var product = api.newProduct().id();
        var first = api.adjustUnder("delivery", product, 5);
        api.adjust(product, 2);

        var second = api.adjustUnder("delivery", product, 5);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(api.stockOf(product)).isEqualTo("7+0");
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherAdjustment() {
        var product = api.newProduct().id();
        var other = api.newProduct().id();
        api.adjustUnder("once", product, 5);

        for (var refused : List.of(api.adjustUnder("once", product, 6), api.adjustUnder("once", other, 5))) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("type")).isEqualTo("urn:ashlar:problem:idempotency-key-reused");
        }

        assertThat(api.stockOf(product)).isEqualTo("5+0");
        assertThat(api.stockOf(other)).isEqualTo("0+0");
    }

    @Test
    void freesTheKeyOfARefusedAdjustment() {
        var product = api.newProduct().id();
        assertThat(api.adjustUnder("early", product, -1).status()).isEqualTo(409);
        assertThat(api.adjustUnder("early", UUID.randomUUID(), 1).status()).isEqualTo(404);
        api.adjust(product, 1);

        assertThat(api.adjustUnder("early", product, -1).status()).isEqualTo(201);
        assertThat(api.stockOf(product)).isEqualTo("0+0");
    }

    @Test
    void allowsTwoAdminsTheSameKey() {
        var product = api.newProduct().id();
        api.adjustUnder("mine", product, 5);

        assertThat(new InventoryApi(api.admin.port()).adjustUnder("mine", product, 5).header("Idempotency-Replayed"))
                .isEmpty();
        assertThat(api.stockOf(product)).isEqualTo("10+0");
    }

    @Test
    void makesOneAdjustmentForTenConcurrentDuplicates() {
        var product = api.newProduct().id();

        var statuses = IntStream.range(0, 10).parallel().mapToObj(_ -> api.adjustUnder("duplicates", product, 5))
                .map(ServiceResponse::status).distinct();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(api.stockOf(product)).isEqualTo("5+0");
    }

    @Test
    void requiresOneWellFormedKey() {
        var path = "/products/" + api.newProduct().id() + "/stock-adjustments";
        var body = "{\"delta\": 1, \"reason\": \"Delivery\"}";

        assertThat(api.admin.post(path, body).invalidField()).isEqualTo("Idempotency-Key");
        assertThat(api.admin.post(path, body, "Idempotency-Key", "k".repeat(256)).status()).isEqualTo(400);
        assertThat(api.admin.post(path, body, "Idempotency-Key", "two words").status()).isEqualTo(400);
        assertThat(api.admin.post(path, body, "Idempotency-Key", "a", "Idempotency-Key", "b").status()).isEqualTo(400);
    }
}
