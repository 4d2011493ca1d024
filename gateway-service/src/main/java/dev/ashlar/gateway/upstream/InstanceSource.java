package dev.ashlar.gateway.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

interface InstanceSource {

    /**
     * The instances of each service, by the name of the service. A service without instances may be missing.
     *
     * @throws IOException if the source is unavailable. The previous result remains valid
     */
    Map<String, List<UpstreamInstance>> read() throws IOException;

    /** The time between two reads. */
    Duration period();
}
