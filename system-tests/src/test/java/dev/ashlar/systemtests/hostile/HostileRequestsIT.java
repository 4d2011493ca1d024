package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Draws the line under the suite: comes last of all, and means something only after the whole of it. */
@Order(Integer.MAX_VALUE)
class HostileRequestsIT {

    @Test
    void oneHundredAndTwentyOrMoreWereRefusedInAProblemDocumentAndNoneWasAnsweredWithAFaultOfThePlatform() {
        System.out.printf("%d hostile requests, %d refused in a problem document, %d answered with 500%n",
                HostileRequests.sent(), HostileRequests.refused(), HostileRequests.faults().size());
        assertThat(HostileRequests.faults()).isEmpty();
        assertThat(HostileRequests.refused()).isGreaterThanOrEqualTo(120);
    }
}
