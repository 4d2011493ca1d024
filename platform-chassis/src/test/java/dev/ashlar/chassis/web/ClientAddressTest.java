package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void tellsAddressesOfVersionFourApart() {
        assertThat(ClientAddress.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void takesANetworkOfVersionSixForOneClient() {
        assertThat(ClientAddress.network("2001:db8:0:1::7"))
                .isEqualTo(ClientAddress.network("2001:db8:0:1:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(ClientAddress.network("2001:db8:0:2::7"));
    }

    @Test
    void knowsAnAddressOfVersionFourThatIsWrittenAsOneOfSix() {
        assertThat(ClientAddress.network("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void asksNoNameServerWhatATrustedProxyMayMean() {
        assertThat(ClientAddress.network("client.example")).isEqualTo("client.example");
    }
}
