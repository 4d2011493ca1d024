package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.RunningStack;
import dev.ashlar.systemtests.Shopper;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is killed with -9 at the worst place of its code. */
@ExtendWith(RunningStack.class)
class FailpointsIT {

    private final Admin admin = Admin.signedIn();
    private final Shopper shopper = Shopper.registered();

    @Test
    void anOrderIsConfirmedOnceIfItsServiceDiesBetweenCommitAndPublish() throws Exception {
        var order = placeAndKillAt("before-publish", "order-service");

        order.assertProcessedOnce();
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSize(2).doesNotHaveDuplicates();
    }

    /** Stock shows an effect of inventory-service, the status one of order-service, a mail and a figure those of the others. */
    @Test
    void anEventTakesEffectOnceInEachConsumerThatDiesBetweenCommitAndAcknowledge() throws Exception {
        var order = placeAndKillAt("before-acknowledge", "inventory-service", "order-service", "email-service",
                "analytics-service");

        order.assertProcessedOnce();
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSize(2).doesNotHaveDuplicates();
    }

    /** The other consumers acknowledge their events, so only those of one consumer are delivered again. */
    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"inventory-service", "order-service", "email-service", "analytics-service"})
    void anEventTakesEffectOnceInAConsumerThatDiesAlone(String consumer) throws Exception {
        var order = placeAndKillAt("before-acknowledge", consumer);

        order.assertProcessedOnce();
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMailIsSentAgainWithTheSameMessageIdIfItsWorkerDiesBetweenAcceptAndCommit() throws Exception {
        var order = placeAndKillAt("before-sent", "email-service");

        order.assertProcessedOnce();
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSizeBetween(3, 4)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
    }

    private SingleOrder placeAndKillAt(String failpoint, String... services) throws Exception {
        var prepared = SingleOrder.prepare(admin, shopper, "failpoint-" + UUID.randomUUID());
        var processes = FailpointProcesses.start(failpoint, services);
        var placed = prepared.place();
        processes.killAtFailpoint();
        return placed;
    }
}
