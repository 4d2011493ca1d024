package dev.ashlar.gateway.upstream;

import java.io.IOException;

/** The maximum number of requests to the service is in flight. The request was not sent. */
public final class UpstreamOverloaded extends IOException {

    UpstreamOverloaded(String service) {
        super("The maximum number of requests to " + service + " is in flight");
    }
}
