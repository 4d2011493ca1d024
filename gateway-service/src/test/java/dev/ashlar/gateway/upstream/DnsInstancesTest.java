package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.Logs;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DnsInstancesTest {

    @RegisterExtension
    final Logs logs = new Logs();

    @Test
    void createsAnInstanceForEachAddress() throws Exception {
        var instances = new DnsInstances(Map.of("order-service", URI.create("http://localhost:8082"))).read()
                .get("order-service");

        assertThat(instances).extracting(instance -> instance.address().getAddress())
                .containsExactly(InetAddress.getAllByName("localhost"));
        assertThat(instances).allSatisfy(instance -> assertThat(instance.address().getPort()).isEqualTo(8082));
    }

    @Test
    void hasNoInstanceForAnUnknownHostName() {
        var names = new DnsInstances(Map.of("order-service", URI.create("http://order-service.invalid:8082")));

        assertThat(names.read()).isEmpty();
        assertThat(logs.with("host", "order-service.invalid")).singleElement()
                .satisfies(line -> assertThat(line.values().get("cause")).startsWith("UnknownHostException: "));
    }
}
