package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void keepsAnIpv4Address() {
        assertThat(ClientAddress.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void groupsIpv6AddressesByTheir64BitNetwork() {
        assertThat(ClientAddress.network("2001:db8:0:1::7"))
                .isEqualTo(ClientAddress.network("2001:db8:0:1:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(ClientAddress.network("2001:db8:0:2::7"));
    }

    @Test
    void recognizesAnIpv4MappedAddress() {
        assertThat(ClientAddress.network("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void doesNotResolveAHostName() {
        assertThat(ClientAddress.network("client.example")).isEqualTo("client.example");
    }
}
