package dev.ashlar.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.gateway.route.Route;
import dev.ashlar.gateway.upstream.HashKey;
import dev.ashlar.gateway.upstream.InstanceList;
import dev.ashlar.gateway.upstream.balance.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

    @ParameterizedTest
    @CsvSource({"header:X-Shop, HEADER, X-Shop", "cookie:cart, COOKIE, cart", "path:id, PATH, id", "user, USER, ''"})
    void readsTheKeyOfConsistentHash(String by, HashKey.Source source, String name) {
        var stock = read(upstream("instances: \"http://a\"\n    balance: { algorithm: consistent-hash, by: %s }"
                .formatted(by))).upstreams().getFirst();

        assertThat(stock.algorithm()).isEqualTo(Algorithm.CONSISTENT_HASH);
        assertThat(stock.by()).isEqualTo(new HashKey(source, name));
    }

    @Test
    void refusesACertificateThatIsNotPem(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("text.pem"), "text");

        assertThatThrownBy(() -> read(upstream("instances: \"https://a\"\n    tls: { trust: %s }".formatted(file))))
                .hasMessageStartingWith("edge.yml:4: ").hasMessageContaining("PEM");
    }

    @Test
    void usesLeastConnectionsByDefault() {
        assertThat(read(upstream("instances: \"http://a\"")).upstreams().getFirst().algorithm())
                .isEqualTo(Algorithm.LEAST_CONNECTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file: upstreams.json", "instances: { file: upstreams.json }",
            "instances: \"file:upstreams.json\""})
    void readsInstancesFromAFile(String line) {
        assertThat(read(upstream(line)).upstreams().getFirst().instances())
                .isEqualTo(new InstanceList.InFile(Path.of("upstreams.json")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            instances: [ { address: "http://a", wieght: 5 } ] | 'wieght' is no key of 'instances'. The keys are: address, backup, version, weight, zone.
            instances: [ { address: "http://a", weight: -1 } ] | 'weight' is '-1'. Write an integer from 1 to 1000.
            instances: [ { weight: 1 } ] | Write 'address' in 'instances'.
            instances: [ { address: "a:80" } ] | 'address' is 'a:80'. Write an address such as http://10.0.0.1:8080.
            instances: [] | Write 'instances' with at least one address, or 'file'.
            balance: { algorithm: fastest } | 'algorithm' is 'fastest'. Write one of round-robin, weighted-round-robin, least-connections, least-response-time, ip-hash, consistent-hash.
            balance: { by: user } | 'by' needs the algorithm consistent-hash. Remove it, or change the algorithm.
            health: { interval: often } | 'interval' is 'often'. Write a duration such as 500ms, 10s or 2m.
            outliers: { eject-at-most: 101% } | 'eject-at-most' is '101%'. Write a percentage from 0% to 100%.
            tls: { trust: /nowhere.pem } | The file /nowhere.pem can't be read. Create it, or correct its path.
            """)
    void refusesAnErrorInAnUpstreamWithItsLineAndTheCorrection(String line, String message) {
        var instances = line.startsWith("instances") ? "" : "instances: \"http://a\"\n    ";

        assertThatThrownBy(() -> read(upstream(instances + line))).isInstanceOf(ConfigurationRefused.class)
                .hasMessage("edge.yml:" + (instances.isEmpty() ? 3 : 4) + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            upstream: nowhere | There is no upstream 'nowhere'. Define it, or use one of: stock.
            upstreem: stock | Write exactly one of 'upstream', 'split', 'redirect' and 'respond' in a route.
            split: [ { upstream: stock, weight: 0 } ] | Give at least one share of the split a weight above 0.
            redirect: { to: /a } | The redirect leads back to the route 'first'. Change 'to'.
            redirect: { to: "https://b", status: 200 } | 'status' is '200'. Write 301, 302, 303, 307 or 308.
            """)
    void refusesAnErrorInARouteWithItsLineAndTheCorrection(String line, String message) {
        var text = upstream("instances: \"http://a\"") + """
                routes:
                  - id: first
                    match: { path: /a }
                    %s
                """.formatted(line);

        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigurationRefused.class)
                .hasMessageMatching("edge.yml:[567]: " + Pattern.quote(message));
    }

    @Test
    void refusesTwoDefaultRoutes() {
        var text = upstream("instances: \"http://a\"")
                + "routes:\n  - { id: a, upstream: stock }\n  - { id: b, upstream: stock }\n";

        assertThatThrownBy(() -> read(text)).hasMessage(
                "edge.yml:6: There are two default routes, which are routes without 'match'. Remove one.");
    }

    @Test
    void refusesTextThatIsNoYaml() {
        assertThatThrownBy(() -> read("upstreams:\n  - name: [")).hasMessageStartingWith("edge.yml:2: This is no YAML");
    }

    @Test
    void refusesAnUnknownKeyOfTheFile() {
        assertThatThrownBy(() -> read("upstream: []"))
                .hasMessage("edge.yml:1: 'upstream' is no key of the file. The keys are: routes, upstreams.");
    }

    @Test
    void findsACycleOfRedirects() {
        var text = """
                routes:
                  - { id: a, match: { path: /a }, redirect: { to: /b } }
                  - { id: b, match: { path: /b }, redirect: { to: /a } }
                """;

        assertThatThrownBy(() -> read(text))
                .hasMessage("edge.yml:2: The redirect leads back to the route 'a'. Change 'to'.");
    }

    @Test
    void putsTheDefaultRouteLast() {
        var text = upstream("instances: \"http://a\"")
                + "routes:\n  - { id: all, upstream: stock }\n  - { id: one, match: { path: /a }, upstream: stock }\n";

        assertThat(read(text).routes()).extracting(Route::id).containsExactly("one", "all");
    }

    private static String upstream(String lines) {
        return "upstreams:\n  - name: stock\n    " + lines + "\n";
    }

    private static GatewayConfiguration read(String text) {
        return ConfigurationReader.read(new Document("gateway.yml", value -> value).parse("routes: []"),
                List.of(new Document("edge.yml", value -> value).parse(text)));
    }
}
