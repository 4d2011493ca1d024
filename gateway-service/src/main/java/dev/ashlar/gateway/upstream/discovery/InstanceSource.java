package dev.ashlar.gateway.upstream.discovery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Lists the instances of one upstream. */
public interface InstanceSource {

    /** @throws IOException if the source is unavailable. The previous result remains valid */
    List<Endpoint> read() throws IOException;

    /** The time between two reads. */
    Duration period();
}
