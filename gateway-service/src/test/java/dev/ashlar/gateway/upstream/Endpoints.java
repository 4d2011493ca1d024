package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.discovery.Endpoint;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;

/** Endpoints for tests, without DNS. */
final class Endpoints {

    private Endpoints() {}

    static List<Endpoint> of(String... addresses) {
        return of(Upstreams.entries(addresses));
    }

    static List<Endpoint> of(InstanceSettings... entries) {
        return of(Arrays.asList(entries));
    }

    private static List<Endpoint> of(List<InstanceSettings> entries) {
        return entries.stream().map(entry -> new Endpoint(HttpHost.create(entry.address()), entry)).toList();
    }
}
