package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.RunningStack;
import dev.ashlar.systemtests.Shopper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningStack.class)
class WorstMomentsIT {

    private final Admin admin = Admin.signedIn();
    private final Shopper shopper = Shopper.registered();

    @Test
    void anOrderWhoseServiceDiesBetweenCommitAndPublishIsConfirmedOnce() throws Exception {
        var sale = Sale.of(admin, shopper, "before-publish");
        var doomed = Doomed.at("before-publish", "order-service");

        var order = sale.begins();
        doomed.meetsItsEnd();

        sale.endsWell(order);
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory-service", "order-service", "email-service", "analytics-service"})
    void anEventWhoseConsumerDiesBetweenCommitAndAcknowledgeHasItsEffectOnce(String consumer) throws Exception {
        var sale = Sale.of(admin, shopper, "before-acknowledge-by-" + consumer);
        var doomed = Doomed.at("before-acknowledge", consumer);

        var order = sale.begins();
        doomed.meetsItsEnd();

        sale.endsWell(order);
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMailWhoseWorkerDiesBetweenAcceptAndCommitIsSentAgainUnderTheSameMessageId() throws Exception {
        var sale = Sale.of(admin, shopper, "before-sent");
        var doomed = Doomed.at("before-sent", "email-service");

        var order = sale.begins();
        doomed.meetsItsEnd();

        sale.endsWell(order);
        assertThat(MailCatcher.messageIdsTo(shopper.email())).hasSizeBetween(3, 4)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
    }
}
