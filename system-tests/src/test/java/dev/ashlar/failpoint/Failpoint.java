package dev.ashlar.failpoint;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place in the code at which a thread stops until a test kills the process with {@code kill -9}.
 *
 * @param place the active failpoint; at most one is active in a process
 */
record Failpoint(String place) {

    /** The transaction of an event has committed, and the relay has not sent the event to Kafka. */
    static final String BEFORE_PUBLISH = "before-publish";

    /** The effect of an event has committed, and the consumer has not committed the offset. */
    static final String BEFORE_ACKNOWLEDGE = "before-acknowledge";

    /** The SMTP server has accepted a mail, and the queue has not marked the mail as sent. */
    static final String BEFORE_SENT = "before-sent";

    private static final Logger log = LoggerFactory.getLogger(Failpoint.class);

    /** Never returns if this place is the active failpoint. */
    void reach(String reached) {
        if (reached.equals(place)) {
            log.atWarn().addKeyValue("failpoint", place).log("Stopped at a failpoint, waiting to be killed");
            while (true) {
                LockSupport.park(this);
            }
        }
    }
}
