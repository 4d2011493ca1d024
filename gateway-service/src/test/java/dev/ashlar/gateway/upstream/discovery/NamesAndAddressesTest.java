package dev.ashlar.gateway.upstream.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.gateway.upstream.InstanceSettings;
import dev.ashlar.testing.Logs;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NamesAndAddressesTest {

    @RegisterExtension
    final Logs logs = new Logs();

    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, List<String>> dns = new ConcurrentHashMap<>();
    private final NamesAndAddresses names = new NamesAndAddresses(
            List.of(InstanceSettings.of(URI.create("http://orders:8082"))), Duration.ofSeconds(5), this::resolve,
            nanos::get);

    @Test
    void createsAnInstanceForEachAddress() {
        dns.put("orders", List.of("10.0.0.2", "10.0.0.1", "::1"));

        assertThat(names.read()).extracting(Endpoint::url).containsExactlyInAnyOrder("http://10.0.0.1:8082",
                "http://10.0.0.2:8082", "http://[0:0:0:0:0:0:0:1]:8082");
    }

    @Test
    void hasTheSameInstancesIfDnsChangesTheSequence() {
        dns.put("orders", List.of("10.0.0.2", "10.0.0.1"));
        var before = names.read();
        dns.put("orders", List.of("10.0.0.1", "10.0.0.2"));

        assertThat(names.read()).isEqualTo(before);
    }

    @Test
    void hasNoInstanceForAnUnknownHostName() {
        assertThat(names.read()).isEmpty();
        assertThat(logs.with("host", "orders")).singleElement()
                .satisfies(line -> assertThat(line.values().get("cause")).startsWith("UnknownHostException: "));
    }

    @Test
    void keepsTheAddressesForTenMinutesIfDnsFails() {
        dns.put("orders", List.of("10.0.0.1"));
        names.read();
        dns.clear();
        nanos.addAndGet(Duration.ofMinutes(9).toNanos());

        assertThat(names.read()).hasSize(1);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(names.read()).isEmpty();
    }

    @Test
    void rejectsAnAddressWithoutAHost() {
        assertThatThrownBy(() -> InstanceSettings.of(URI.create("http:///"))).hasMessageContaining("is no address");
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        if (!dns.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        return dns.get(host).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
