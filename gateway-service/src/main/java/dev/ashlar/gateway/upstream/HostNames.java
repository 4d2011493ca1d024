package dev.ashlar.gateway.upstream;

import dev.ashlar.chassis.observability.Cause;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One host name a service, and an instance at each address that DNS gives for it: a headless service of a cluster, the name of a
 * scaled service in compose. A name that can't be resolved for a while keeps the addresses it had.
 */
final class HostNames implements AddressSource {

    private static final Logger log = LoggerFactory.getLogger(HostNames.class);

    private final Map<String, URI> urls;
    private final Map<String, List<Instance>> known = new HashMap<>();

    /** @param urls by the service's name */
    HostNames(Map<String, URI> urls) {
        urls.forEach((service, url) -> {
            if (url.getHost() == null) { // which would resolve, to this very host
                throw new IllegalArgumentException("The URL of " + service + " names no host: " + url);
            }
        });
        this.urls = urls;
    }

    @Override
    public synchronized Map<String, List<Instance>> read() {
        urls.forEach(this::resolve);
        return Map.copyOf(known);
    }

    private void resolve(String service, URI url) {
        try {
            var instances = new ArrayList<Instance>();
            for (var address : InetAddress.getAllByName(url.getHost())) {
                instances.add(new Instance(new HttpHost(url.getScheme(), address, url.getHost(), url.getPort())));
            }
            known.put(service, List.copyOf(instances));
        } catch (UnknownHostException e) {
            log.atWarn().addKeyValue("host", url.getHost()).addKeyValue("cause", Cause.of(e))
                    .log("A service's name can't be resolved");
        }
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(5);
    }
}
