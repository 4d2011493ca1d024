package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.RunningStack;
import dev.ashlar.systemtests.Shopper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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

    @Test
    void aMailIsSentAgainWithTheSameMessageIdIfItsWorkerDiesBetweenAcceptAndCommit() throws Exception {
        var order = placeAndKillAt("before-sent", "email-service");

        order.assertProcessedOnce();
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSizeBetween(3, 4)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
    }

    private SingleOrder placeAndKillAt(String failpoint, String... services) throws Exception {
        var prepared = SingleOrder.prepare(admin, shopper, failpoint);
        var processes = FailpointProcesses.start(failpoint, services);
        var placed = prepared.place();
        processes.killAtFailpoint();
        return placed;
    }
}
