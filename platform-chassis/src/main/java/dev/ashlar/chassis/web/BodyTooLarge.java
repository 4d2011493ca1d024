package dev.ashlar.chassis.web;

import java.io.IOException;

/** A body turned out larger than it may be, while it was read. Answered with 413. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge(long maxBytes) {
        super("Send a body of at most %d KiB.".formatted(maxBytes / 1_024));
    }
}
