package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private static final UpstreamInstance FIRST = new UpstreamInstance(new HttpHost("http", "first", 1));
    private static final UpstreamInstance SECOND = new UpstreamInstance(new HttpHost("http", "second", 1));
    private static final List<UpstreamInstance> BOTH = List.of(FIRST, SECOND);

    private final Upstream upstream = new Upstream("stock", instances -> instances, new UpstreamLimits(3, 2, 1));

    @Test
    void choosesAnotherInstanceIfOneIsFull() throws Exception {
        upstream.acquire(BOTH, "client");
        upstream.acquire(BOTH, "client");

        assertThat(upstream.acquire(BOTH, "client").instance()).isEqualTo(SECOND);
    }

    @Test
    void rejectsARequestAboveTheLimitOfTheService() throws Exception {
        upstream.acquire(BOTH, "client");
        upstream.acquire(BOTH, "client");
        upstream.acquire(BOTH, "client");

        assertThatThrownBy(() -> upstream.acquire(BOTH, "client")).isInstanceOf(UpstreamOverloaded.class);
        assertThat(upstream.isFull()).isTrue();
    }

    @Test
    void rejectsARequestIfAllInstancesAreFull() throws Exception {
        upstream.acquire(List.of(FIRST), "client");
        upstream.acquire(List.of(FIRST), "client");

        assertThatThrownBy(() -> upstream.acquire(List.of(FIRST), "client")).isInstanceOf(UpstreamOverloaded.class);
        assertThat(upstream.inFlight()).isEqualTo(2);
    }

    @Test
    void reusesAReleasedPermitOnlyOnce() throws Exception {
        var permit = upstream.acquire(BOTH, "client");
        upstream.acquire(BOTH, "client");
        permit.release();
        permit.release();

        assertThat(upstream.inFlight()).isEqualTo(1);
        assertThat(upstream.acquire(BOTH, "client").instance()).isEqualTo(FIRST);
    }

    @Test
    void countsEventStreamsSeparately() throws Exception {
        var stream = upstream.acquire(BOTH, "client");
        stream.convertToStream();

        assertThat(upstream.inFlight()).isZero();
        assertThatThrownBy(upstream.acquire(BOTH, "client")::convertToStream).isInstanceOf(UpstreamOverloaded.class);
        stream.release();
        assertThat(upstream.streams()).isZero();
    }

    @Test
    void countsARequestInFlightToAnInstanceThatWasRemovedAndAddedAgain() throws Exception {
        upstream.acquire(BOTH, "client");
        upstream.acquire(BOTH, "client");
        upstream.replace(List.of(SECOND));
        upstream.replace(BOTH);

        assertThat(upstream.acquire(BOTH, "client").instance()).isEqualTo(SECOND);
    }
}
