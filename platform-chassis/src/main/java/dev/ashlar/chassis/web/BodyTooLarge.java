package dev.ashlar.chassis.web;

import java.io.IOException;

/** Thrown by a read that exceeds the limit of the body. The response is 413. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge(long maxBytes) {
        super("Send a body of at most %d KiB.".formatted(maxBytes / 1_024));
    }
}
