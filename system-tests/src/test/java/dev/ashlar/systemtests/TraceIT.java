package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class TraceIT {

    @Test
    void eachStepOfAConfirmedOrderIsShownAndNothingIsMissing() {
        var order = Shopper.registered().placeOrder(Admin.signedIn().addProduct("trace-" + UUID.randomUUID(), 10), 1);

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(Ashlar.run("trace", order.toString()))
                .contains("CONFIRMED", "accepted", "published", "reserved", "confirmed", "mailed", "counted",
                        "nothing is missing"));
    }
}
