package dev.ashlar.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.route.Action;
import dev.ashlar.gateway.route.LimitClass;
import dev.ashlar.gateway.route.Rewrite;
import dev.ashlar.gateway.route.Route;
import dev.ashlar.gateway.route.SessionRule;
import dev.ashlar.gateway.tls.TestCertificate;
import dev.ashlar.gateway.upstream.InstanceList;
import dev.ashlar.gateway.upstream.InstanceSettings;
import dev.ashlar.gateway.upstream.Timeouts;
import dev.ashlar.gateway.upstream.UpstreamLimits;
import dev.ashlar.gateway.upstream.balance.Algorithm;
import dev.ashlar.gateway.upstream.health.HealthSettings;
import dev.ashlar.gateway.upstream.health.OutlierSettings;
import dev.ashlar.gateway.upstream.tls.TlsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.pattern.PathPattern;

/** Reads the documented example, which has each key, to the letter. */
class DocumentedExampleTest {

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void createCertificate() {
        certificate = TestCertificate.writtenTo(folder);
    }

    /** The documented example with each key. FILE stands for a file that exists. */
    private static final String COMPLETE = """
            upstreams:
              - name: stock                      # instances by list, by DNS name (all its addresses) or by `file:` (JSON as in the local stack)
                instances: [ { address: "http://127.0.0.1:9001", weight: 5, version: v1, zone: a }, { address: "http://127.0.0.1:9002", backup: true } ]
                balance: { algorithm: least-connections }    # round-robin | weighted-round-robin | least-connections | least-response-time | ip-hash | consistent-hash
                                                             # consistent-hash: by: header:NAME | cookie:NAME | path:VARIABLE | user
                health: { path: /health, interval: 5s, timeout: 1s, healthy: 2, unhealthy: 3 }
                outliers: { consecutive-failures: 5, eject-for: 5s, eject-at-most: 50% }
                limits: { in-flight: 200, in-flight-per-instance: 100 }
                timeouts: { connect: 1s, response: 10s, idle: 30s }
                tls: { trust: FILE, certificate: FILE, key: FILE }       # https addresses
            routes:                              # the first match wins
              - id: open
                match: { path: "/open/**", host: "*.example.com", methods: [ GET ], headers: { X-Canary: "true" }, cookies: { tier: gold }, query: { v: "2" } }
                upstream: stock                  # or: split: [ { upstream: stock, version: v1, weight: 95 }, { upstream: stock, version: v2, weight: 5 } ]
                                                 # or: redirect: { to: "https://…", status: 308 }  ·  respond: { status: 410, body: "…" }
                sticky: { cookie: instance }
                rewrite: { path: "/open/(.*) => /$1", host: keep }
                request-headers: { set: { X-From: edge }, remove: [ Cookie ] }
                response-headers: { add: { X-Served-By: stock } }
                session: none                    # none | optional | required
                limit: none                      # none | anonymous-read | user-read | user-write | sign-in
                cache: true                      # shared cache (RFC 9111); false by default
                body-limit: 10MiB
            """;

    @Test
    void readsAllKeysOfAnUpstream() {
        var stock = read(complete()).upstreams().getFirst();

        assertThat(stock.name()).isEqualTo("stock");
        assertThat(stock.instances()).isEqualTo(new InstanceList.Listed(List.of(
                new InstanceSettings(URI.create("http://127.0.0.1:9001"), 5, false, "v1", "a"),
                new InstanceSettings(URI.create("http://127.0.0.1:9002"), 1, true, null, null))));
        assertThat(stock.algorithm()).isEqualTo(Algorithm.LEAST_CONNECTIONS);
        assertThat(stock.health()).isEqualTo(new HealthSettings("/health", null, Duration.ofSeconds(5),
                Duration.ofSeconds(1), 2, 3, Duration.ofSeconds(1), Duration.ofSeconds(10)));
        assertThat(stock.outliers()).isEqualTo(new OutlierSettings(5, Duration.ofSeconds(5), 0.5));
        assertThat(stock.limits()).isEqualTo(new UpstreamLimits(200, 100, 300));
        assertThat(stock.timeouts())
                .isEqualTo(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30), null));
        assertThat(stock.tls()).isEqualTo(new TlsSettings(certificate.certificate(), certificate.certificate(),
                certificate.privateKey()));
    }

    @Test
    void readsAllKeysOfARoute() {
        var open = read(complete()).routes().getFirst();

        assertThat(open).extracting(Route::session, Route::limit, Route::cache, Route::bodyLimit)
                .containsExactly(SessionRule.NONE, LimitClass.NONE, true, 10L * 1_024 * 1_024);
        assertThat(open.match().paths()).extracting(PathPattern::getPatternString).containsExactly("/open/**");
        assertThat(open.match().host()).isEqualTo("*.example.com");
        assertThat(open.match().methods()).isEqualTo(Set.of("GET"));
        assertThat(open.match().headers()).isEqualTo(Map.of("X-Canary", "true"));
        assertThat(open.match().cookies()).isEqualTo(Map.of("tier", "gold"));
        assertThat(open.match().query()).isEqualTo(Map.of("v", "2"));
        assertThat(open.action()).isEqualTo(new Action.Forward(List.of(new Action.Share("stock", null, 1))));
        assertThat(open.sticky()).isEqualTo("instance");
        assertThat(open.rewrite().host()).isEqualTo(Rewrite.KEEP);
        assertThat(open.requestHeaders().set()).isEqualTo(Map.of("X-From", "edge"));
        assertThat(open.responseHeaders().add()).isEqualTo(Map.of("X-Served-By", "stock"));
        assertThat(open.rewrite().path("/open/a/b")).isEqualTo("/a/b");
        assertThat(open.requestHeaders().remove()).containsExactly("Cookie");
    }

    @Test
    void readsEachOtherActionOfTheExample() {
        assertThat(action(
                "split: [ { upstream: stock, version: v1, weight: 95 }, { upstream: stock, version: v2, weight: 5 } ]"))
                .isEqualTo(new Action.Forward(
                        List.of(new Action.Share("stock", "v1", 95), new Action.Share("stock", "v2", 5))));
        assertThat(action("redirect: { to: \"https://…\", status: 308 }"))
                .isEqualTo(new Action.Redirect(URI.create("https://…"), 308));
        assertThat(action("respond: { status: 410, body: \"…\" }")).isEqualTo(new Action.Respond(410, "…"));
    }

    private static Action action(String line) {
        return read(complete().replace("upstream: stock                  #", line + " #")).routes().getFirst().action();
    }

    private static String complete() {
        return COMPLETE.replace("trust: FILE", "trust: " + certificate.certificate())
                .replace("certificate: FILE", "certificate: " + certificate.certificate())
                .replace("key: FILE", "key: " + certificate.privateKey());
    }

    private static GatewayConfiguration read(String text) {
        return ConfigurationReader.read(new Document("gateway.yml", value -> value).parse("routes: []"),
                List.of(new Document("edge.yml", value -> value).parse(text)));
    }
}
