package dev.ashlar.chassis.web;

import java.io.IOException;
import java.time.Duration;

/** A body did not arrive in time. Answered with 408; the connection ends, since the rest of the body may still be on its way. */
public final class BodyTooSlow extends IOException {

    BodyTooSlow(Duration timeout, IOException cause) {
        super("The body did not arrive within %d s.".formatted(timeout.toSeconds()), cause);
    }
}
