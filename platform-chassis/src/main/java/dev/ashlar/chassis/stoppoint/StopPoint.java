package dev.ashlar.chassis.stoppoint;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place at which a process was told to stop. Whoever reaches it stays there until the process is killed: so a test proves what
 * a {@code kill -9} at the worst moment costs. A bean in profile {@code stop-points} only.
 *
 * @param name of the place, by environment variable {@code STOP_POINT}
 */
public record StopPoint(String name) {

    /** An event's transaction has committed, and nothing of it is on its way to Kafka. */
    static final String BEFORE_PUBLISH = "before-publish";

    /** An event's effect has committed, and Kafka does not know it yet. */
    static final String BEFORE_ACKNOWLEDGE = "before-acknowledge";

    private static final Logger log = LoggerFactory.getLogger(StopPoint.class);

    /** Holds the calling thread for ever if this is the place. */
    public void reach(String place) {
        if (place.equals(name)) {
            log.atWarn().addKeyValue("stop_point", name).log("Stopped, and waiting to be killed");
            while (true) {
                LockSupport.park(this);
            }
        }
    }
}
