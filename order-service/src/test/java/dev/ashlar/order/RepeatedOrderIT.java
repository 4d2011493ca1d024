package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.testing.ServiceResponse;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningOrderService
class RepeatedOrderIT {

    private static final int DUPLICATES = 20;

    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    @Autowired
    private JdbcClient jdbc;
    private Caller shopper;
    private UUID lamp;

    @BeforeEach
    void openTheShop() {
        shopper = Caller.shopper(port);
        lamp = new PricedProducts(prices).productFor("19.00");
    }

    @Test
    void returnsTheStoredResponse() {
        var first = shopper.orderWith("again", twoOfEach(lamp));
        shopper.cancel(first.id());

        var second = shopper.orderWith("again", twoOfEach(lamp).replace(",", " , "));

        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(ordersOfShopper()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherOrder() {
        shopper.orderWith("once", twoOfEach(lamp));

        var refused = shopper.orderWith("once", twoOfEach(lamp).replace(":2", ":3"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("urn:ashlar:problem:idempotency-key-reused");
        assertThat(ordersOfShopper()).isEqualTo(1);
    }

    @Test
    void allowsTwoUsersTheSameKey() {
        assertThat(shopper.orderWith("mine", twoOfEach(lamp)).status()).isEqualTo(201);

        var other = Caller.shopper(port).orderWith("mine", twoOfEach(lamp));

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void freesTheKeyOfARefusedOrder() {
        var unknown = UUID.randomUUID();
        assertThat(shopper.orderWith("early", twoOfEach(unknown)).status()).isEqualTo(422);
        assertThat(shopper.orderWith("early", "{\"items\":[]}").status()).isEqualTo(400);

        assertThat(shopper.orderWith("early", twoOfEach(lamp)).status()).isEqualTo(201);
    }

    @Test
    void freesAKeyAfterADay() {
        shopper.orderWith("daily", twoOfEach(lamp));
        jdbc.sql("UPDATE idempotency_keys SET created_at = created_at - interval '24 hours' WHERE user_id = ?")
                .param(shopper.id()).update();

        var next = shopper.orderWith("daily", twoOfEach(lamp).replace(":2", ":3"));

        assertThat(next.status()).isEqualTo(201);
        assertThat(shopper.orderWith("daily", twoOfEach(lamp).replace(":2", ":3")).body()).isEqualTo(next.body());
        assertThat(ordersOfShopper()).isEqualTo(2);
    }

    @Test
    void keepsAKeyForADay() {
        var first = shopper.orderWith("daily", twoOfEach(lamp));
        jdbc.sql("UPDATE idempotency_keys SET created_at = created_at - interval '23:59' WHERE user_id = ?")
                .param(shopper.id()).update();

        assertThat(shopper.orderWith("daily", twoOfEach(lamp)).body()).isEqualTo(first.body());
        assertThat(ordersOfShopper()).isEqualTo(1);
    }

    @Test
    void comparesOrdersByTheirMeaning() {
        var first = shopper.orderWith("reformatted", twoOfEach(lamp));

        var second = shopper.orderWith("reformatted",
                "{\n \"items\" : [ { \"quantity\": 2, \"product_id\": \"%s\" } ] }"
                        .formatted(lamp.toString().toUpperCase(Locale.ROOT)));

        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void refusesOtherFormsOfANumber() {
        shopper.orderWith("number", twoOfEach(lamp));

        assertThat(shopper.orderWith("number", twoOfEach(lamp).replace(":2", ":2.0")).status()).isEqualTo(400);
        assertThat(shopper.orderWith("number", twoOfEach(lamp).replace(":2", ":\"2\"")).status()).isEqualTo(400);
    }

    @Test
    void placesOneOrderForTwentyConcurrentDuplicates() throws Exception {
        var responses = new ArrayList<ServiceResponse>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            Callable<ServiceResponse> duplicate = () -> {
                start.await();
                return shopper.orderWith("duplicates", twoOfEach(lamp));
            };
            var running = Stream.generate(() -> threads.submit(duplicate)).limit(DUPLICATES).toList();
            start.countDown();
            for (Future<ServiceResponse> response : running) {
                responses.add(response.get());
            }
        }

        assertThat(responses).extracting(ServiceResponse::status).hasSize(DUPLICATES)
                .allMatch(status -> status == 201 || status == 409);
        var accepted = responses.stream().filter(response -> response.status() == 201).toList();
        assertThat(accepted).extracting(ServiceResponse::body).hasSizeGreaterThan(0)
                .containsOnly(accepted.getFirst().body());
        assertThat(accepted).filteredOn(response -> response.header("Idempotency-Replayed").isEmpty()).hasSize(1);
        assertThat(ordersOfShopper()).isEqualTo(1);
    }

    @Test
    void requiresAWellFormedKey() {
        assertThat(shopper.orderWith(null, twoOfEach(lamp)).text("/errors/0/field")).isEqualTo("Idempotency-Key");
        assertThat(shopper.orderWith("k".repeat(256), twoOfEach(lamp)).status()).isEqualTo(400);
        assertThat(shopper.orderWith("two words", twoOfEach(lamp)).status()).isEqualTo(400);
        assertThat(shopper.orderWith("k".repeat(255), twoOfEach(lamp)).status()).isEqualTo(201);
        assertThat(shopper.orderWith("~", twoOfEach(lamp)).status()).isEqualTo(201);
    }

    private long ordersOfShopper() {
        return jdbc.sql("SELECT count(*) FROM orders WHERE user_id = ?").param(shopper.id()).query(Long.class)
                .single();
    }
}
