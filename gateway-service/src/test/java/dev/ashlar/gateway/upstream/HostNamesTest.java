package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostNamesTest {

    @Test
    void makesAnInstanceOfEachAddressOfAName() throws Exception {
        var instances = new HostNames(Map.of("order-service", URI.create("http://localhost:8082"))).read()
                .get("order-service");

        assertThat(instances).extracting(instance -> instance.address().getAddress())
                .containsExactly(InetAddress.getAllByName("localhost"));
        assertThat(instances).allSatisfy(instance -> assertThat(instance.address().getPort()).isEqualTo(8082));
    }

    @Test
    void knowsNoInstanceOfANameThatDoesNotExist() {
        var names = new HostNames(Map.of("order-service", URI.create("http://order-service.invalid:8082")));

        assertThat(names.read()).isEmpty();
    }
}
