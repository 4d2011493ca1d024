package dev.ashlar.gateway.upstream;

import java.io.IOException;

/** As many requests to a service are in flight as may be. Nothing was sent. */
public final class Overloaded extends IOException {

    Overloaded(String service) {
        super("No more requests to " + service + " may be in flight");
    }
}
