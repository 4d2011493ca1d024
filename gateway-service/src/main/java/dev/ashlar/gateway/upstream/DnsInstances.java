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
 * One host name for each service, and one instance for each address of the host name in DNS. Works with headless services of
 * Kubernetes and with scaled services of Docker Compose. If the look-up fails, the previous addresses remain.
 */
final class DnsInstances implements InstanceSource {

    private static final Logger log = LoggerFactory.getLogger(DnsInstances.class);

    private final Map<String, URI> urls;
    private final Map<String, List<UpstreamInstance>> instancesByService = new HashMap<>();

    /** @param urls by the name of the service */
    DnsInstances(Map<String, URI> urls) {
        urls.forEach((service, url) -> {
            if (url.getHost() == null) { // an empty host name resolves to this machine
                throw new IllegalArgumentException("The URL of " + service + " has no host: " + url);
            }
        });
        this.urls = urls;
    }

    @Override
    public synchronized Map<String, List<UpstreamInstance>> read() {
        urls.forEach(this::resolve);
        return Map.copyOf(instancesByService);
    }

    private void resolve(String service, URI url) {
        try {
            var instances = new ArrayList<UpstreamInstance>();
            for (var address : InetAddress.getAllByName(url.getHost())) {
                instances.add(
                        new UpstreamInstance(new HttpHost(url.getScheme(), address, url.getHost(), url.getPort())));
            }
            instancesByService.put(service, List.copyOf(instances));
        } catch (UnknownHostException e) {
            log.atWarn().addKeyValue("host", url.getHost()).addKeyValue("cause", Cause.of(e))
                    .log("The host name of a service cannot be resolved");
        }
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(5);
    }
}
