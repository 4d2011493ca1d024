package dev.ashlar.order;

import static dev.ashlar.order.Caller.twoOfEach;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.order.pricing.PriceList;
import dev.ashlar.order.pricing.PriceList.Price;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningOrderService
class PriceListIT {

    private final UUID lamp = UuidCreator.getTimeOrderedEpoch();
    @LocalServerPort
    private int port;
    @Autowired
    private PriceList prices;
    private Caller shopper;

    @BeforeEach
    void openTheShop() {
        shopper = Caller.shopper(port);
    }

    @Test
    void pricesANewProduct() {
        IncomingEvent.productChanged(lamp, 1, "49.9").publishTwice();

        await().until(() -> orderTotal().equals("99.80"));
    }

    @Test
    void keepsTheProductNameOfTheOrderInLaterEvents() {
        IncomingEvent.productChanged(lamp, 1, "10.00").with("name", "Old lamp").publish();
        await().until(() -> orderTotal().equals("20.00"));
        var placed = shopper.order(twoOfEach(lamp));
        IncomingEvent.productChanged(lamp, 2, "11.00").with("name", "New lamp").publish();
        await().until(() -> orderTotal().equals("22.00"));

        IncomingEvent.reserved(placed.id()).publish();

        await().until(() -> Events.on("orders").ofSubject(placed.id()).size() == 2);
        for (var event : Events.on("orders").ofSubject(placed.id())) {
            EventSchemas.assertValid(event.type(), event.data());
            assertThat(event.data()).contains("\"name\":\"Old lamp\"");
        }
    }

    @Test
    void omitsAnUnknownProductName() {
        prices.put(lamp, 1, new Price(new BigDecimal("10.00"), "USD", null));

        var placed = shopper.order(twoOfEach(lamp));

        await().until(() -> Events.on("orders").ofSubject(placed.id()).size() == 1);
        assertThat(Events.on("orders").ofSubject(placed.id()).getFirst().data())
                .doesNotContain("\"name\"");
    }

    @Test
    void appliesAPriceChange() {
        IncomingEvent.productChanged(lamp, 1, "10.00").publish();
        await().until(() -> orderTotal().equals("20.00"));

        IncomingEvent.productChanged(lamp, 2, "11.00").publish();

        await().until(() -> orderTotal().equals("22.00"));
    }

    @Test
    void ignoresEventsThatAreNotNewer() {
        IncomingEvent.productChanged(lamp, 7, "10.00").publish();
        IncomingEvent.productChanged(lamp, 6, "1.00").publish();
        IncomingEvent.productChanged(lamp, 7, "2.00").publish();
        awaitAllEventsHandled();

        assertThat(orderTotal()).isEqualTo("20.00");
    }

    @Test
    void refusesAnOrderForARemovedProduct() {
        IncomingEvent.productChanged(lamp, 1, "10.00").publish();
        await().until(() -> orderTotal().equals("20.00"));

        IncomingEvent.productRemoved(lamp, 3).publish();
        Events.publish("products", TestEvent.of("tombstone", lamp, null));

        await().until(() -> shopper.order(twoOfEach(lamp)).status() == 422);
    }

    @Test
    void refusesAnOrderForAProductWhoseRemovalCameFirst() {
        IncomingEvent.productRemoved(lamp, 3).publish();
        IncomingEvent.productChanged(lamp, 2, "10.00").publish();
        awaitAllEventsHandled();

        assertThat(shopper.order(twoOfEach(lamp)).status()).isEqualTo(422);
    }

    /** Publishes an invalid event with the same key. When it is a dead letter, all earlier events are handled. */
    private void awaitAllEventsHandled() {
        Events.publish("products", TestEvent.of("product.changed", lamp, "not JSON"));
        await().until(() -> Events.on("products.order-service.dlt").messages().stream()
                .anyMatch(message -> new String(message.key(), UTF_8)
                        .equals(lamp.toString())));
    }

    /** The digits as in the JSON; empty if the order was not accepted. */
    private String orderTotal() {
        var body = shopper.order(twoOfEach(lamp)).body();
        return body.contains("\"total\":") ? body.replaceAll(".*\"total\":([0-9.]+).*", "$1") : "";
    }
}
