package dev.ashlar.gateway.upstream;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Knows where instances are. */
interface AddressSource {

    /**
     * The instances of every service that has any, by the service's name.
     *
     * @throws IOException if it can't tell; what it told before is then still the best guess
     */
    Map<String, List<Instance>> read() throws IOException;

    /** How long an answer may be relied on. */
    Duration period();
}
