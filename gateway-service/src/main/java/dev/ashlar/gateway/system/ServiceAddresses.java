package dev.ashlar.gateway.system;

import dev.ashlar.gateway.upstream.UpstreamInstance;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** The addresses of all instances of the platform's services. The only class of this package that knows upstreams. */
@Component
record ServiceAddresses(UpstreamRegistry upstreams) {

    static final List<String> SERVICES = List.of("user-service", "order-service", "inventory-service",
            "email-service", "analytics-service");

    List<URI> of(String service) {
        return upstreams.named(service).instances().stream().map(UpstreamInstance::id).sorted().map(URI::create)
                .toList();
    }
}
