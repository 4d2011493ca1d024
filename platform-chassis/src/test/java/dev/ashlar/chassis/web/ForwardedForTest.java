package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.chassis.connection.TrustedProxies;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedForTest {

    private static final String PROXY = "10.0.0.1";
    private static final TrustedProxies PROXIES = new TrustedProxies(Pattern.compile("10\\.0\\.0\\.\\d+|fd00:.*"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "203.0.113.7                    | 203.0.113.7",
            "203.0.113.7:4711               | 203.0.113.7",
            "203.0.113.7:_port              | 203.0.113.7",
            "\"203.0.113.7:4711\"           | 203.0.113.7",
            "::ffff:203.0.113.7             | 203.0.113.7",
            "[::ffff:203.0.113.7]:4711      | 203.0.113.7",
            "::ffff:cb00:7107               | 203.0.113.7",
            "2001:db8::7                    | 2001:db8:0:0:0:0:0:7",
            "2001:DB8:0:0::0007             | 2001:db8:0:0:0:0:0:7",
            "[2001:db8::7]                  | 2001:db8:0:0:0:0:0:7",
            "[2001:db8::7]:443              | 2001:db8:0:0:0:0:0:7",
            "\"[2001:db8::7]:443\"          | 2001:db8:0:0:0:0:0:7",
            "fe80::1%eth0                   | fe80:0:0:0:0:0:0:1",
            "203.0.113.9, 203.0.113.7       | 203.0.113.7",
            "203.0.113.7 , 10.0.0.2         | 203.0.113.7",
            "203.0.113.7,10.0.0.3,10.0.0.2  | 203.0.113.7",
            "203.0.113.7, fd00::2, 10.0.0.2 | 203.0.113.7",
            "203.0.113.7,,                  | 203.0.113.7",
            "10.0.0.3, 10.0.0.2             | 10.0.0.3"})
    void findsTheClientInEachForm(String header, String client) {
        assertThat(client(header)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "_a:_b", "client.example", "7", "10.1", "203.0.113", "203.0.113.256",
            "[2001:db8::7", "[2001:db8::7]x", "[]", "[203.0.113.7", "\"", "%eth0", ":", "1:2", "203.0.113.7.8",
            "2001:db8::7::1", " , ,", "", "2001:db8::77777"})
    void staysAtTheProxyThatNamesNoAddress(String header) {
        assertThat(client(header)).isEqualTo(PROXY);
    }

    @Test
    void staysAtTheLastProxyBeforeAnUnknownHop() {
        assertThat(client("203.0.113.7, unknown, 10.0.0.2")).isEqualTo("10.0.0.2");
    }

    @Test
    void readsSeveralFieldsAsOneList() {
        assertThat(client("203.0.113.9", "203.0.113.7, 10.0.0.3", "10.0.0.2")).isEqualTo("203.0.113.7");
    }

    @Test
    void believesNoPeerThatIsNotTrusted() {
        var peer = InetAddress.ofLiteral("203.0.113.1");

        assertThat(ForwardedFor.client(peer, PROXIES, List.of("203.0.113.7"))).isEqualTo(peer);
    }

    @Test
    void readsAnAbsurdlyLongHopWithoutAFault() {
        assertThat(client("1".repeat(8_000) + ":" + "1".repeat(8_000))).isEqualTo(PROXY);
    }

    private static String client(String... headers) {
        return ForwardedFor.client(InetAddress.ofLiteral(PROXY), PROXIES, List.of(headers)).getHostAddress();
    }
}
