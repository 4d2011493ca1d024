package dev.ashlar.gateway.upstream.discovery;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.gateway.upstream.InstanceSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.HttpHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of addresses and host names. Each address that DNS has for a host name is an instance. Works with headless services of
 * Kubernetes and with scaled services of Docker Compose. After a failed look-up, the previous addresses remain for 10 minutes.
 */
public final class NamesAndAddresses implements InstanceSource {

    private static final Logger log = LoggerFactory.getLogger(NamesAndAddresses.class);
    private static final long MAX_AGE_NANOS = Duration.ofMinutes(10).toNanos();

    private final List<InstanceSettings> listed;
    private final Duration period;
    private final Resolver resolver;
    private final LongSupplier nanos;
    private final Map<String, Resolved> byHost = new HashMap<>();

    /** Resolves a host name. */
    @FunctionalInterface
    public interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private record Resolved(InetAddress[] addresses, long at) {}

    /** @param period the time between two look-ups */
    public NamesAndAddresses(List<InstanceSettings> listed, Duration period, Resolver resolver, LongSupplier nanos) {
        this.listed = listed;
        this.period = period;
        this.resolver = resolver;
        this.nanos = nanos;
    }

    @Override
    public synchronized List<Endpoint> read() {
        var endpoints = new ArrayList<Endpoint>();
        for (var entry : listed) {
            var url = entry.address();
            for (var address : resolve(url.getHost())) {
                endpoints.add(
                        new Endpoint(new HttpHost(url.getScheme(), address, url.getHost(), url.getPort()), entry));
            }
        }
        return List.copyOf(endpoints);
    }

    private InetAddress[] resolve(String host) {
        try {
            var addresses = resolver.resolve(host);
            Arrays.sort(addresses, Comparator.comparing(InetAddress::getHostAddress)); // DNS changes the sequence
            byHost.put(host, new Resolved(addresses, nanos.getAsLong()));
        } catch (UnknownHostException e) {
            byHost.computeIfPresent(host,
                    (_, last) -> nanos.getAsLong() - last.at > MAX_AGE_NANOS ? null : last);
            log.atWarn().addKeyValue("host", host).addKeyValue("cause", Cause.of(e))
                    .addKeyValue("keeps_last_addresses", byHost.containsKey(host))
                    .log("The host name of a service cannot be resolved");
        }
        var known = byHost.get(host);
        return known == null ? new InetAddress[0] : known.addresses;
    }

    @Override
    public Duration period() {
        return period;
    }
}
