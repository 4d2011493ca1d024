package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.gateway.upstream.balance.Algorithm;
import java.net.NoRouteToHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private static final String FIRST = "http://first:1";
    private static final String SECOND = "http://second:1";

    private final Upstream upstream = limited(FIRST, SECOND);
    private final Selection any = upstream.select(null, 0, null);

    @Test
    void choosesAnotherInstanceIfOneIsFull() throws Exception {
        acquire();
        acquire();
        acquire();

        assertThat(upstream.instances()).extracting(UpstreamInstance::inFlight).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void choosesAnotherInstanceAfterAFailure() throws Exception {
        var tried = List.of(acquire().instance());

        assertThat(upstream.acquire(any, "client", tried).instance()).isNotIn(tried);
    }

    @Test
    void choosesTheSameInstanceAfterAFailureIfThereIsNoOther() throws Exception {
        var single = limited(FIRST);
        var tried = single.acquire(any, "client", List.of()).instance();

        assertThat(single.acquire(any, "client", List.of(tried)).instance()).isEqualTo(tried);
    }

    @Test
    void rejectsARequestAboveTheLimitOfTheService() throws Exception {
        acquire();
        acquire();
        acquire();

        assertThatThrownBy(this::acquire).isInstanceOf(UpstreamOverloaded.class);
        assertThat(upstream.isFull()).isTrue();
    }

    @Test
    void rejectsARequestIfAllInstancesAreFull() throws Exception {
        var single = limited(FIRST);
        single.acquire(any, "client", List.of());
        single.acquire(any, "client", List.of());

        assertThatThrownBy(() -> single.acquire(any, "client", List.of())).isInstanceOf(UpstreamOverloaded.class);
        assertThat(single.inFlight()).isEqualTo(2);
    }

    @Test
    void rejectsARequestIfThereIsNoInstance() {
        assertThatThrownBy(() -> limited().acquire(any, "client", List.of()))
                .isInstanceOf(NoRouteToHostException.class);
    }

    @Test
    void reusesAReleasedPermitOnlyOnce() throws Exception {
        var permit = acquire();
        acquire();
        permit.release();
        permit.release();

        assertThat(upstream.inFlight()).isEqualTo(1);
    }

    @Test
    void countsEventStreamsSeparately() throws Exception {
        var stream = acquire();
        stream.convertToStream();

        assertThat(upstream.inFlight()).isZero();
        assertThatThrownBy(acquire()::convertToStream).isInstanceOf(UpstreamOverloaded.class);
        stream.release();
        assertThat(upstream.streams()).isZero();
    }

    @Test
    void countsARequestInFlightToAnInstanceThatWasRemovedAndAddedAgain() throws Exception {
        var single = limited(FIRST);
        single.acquire(any, "client", List.of());
        var before = single.instances().getFirst();
        var endpoint = before.endpoint();
        single.membership().replace(List.of());
        single.membership().replace(List.of(endpoint));

        assertThat(single.instances()).containsExactly(before);
        assertThat(before.inFlight()).isEqualTo(1);
    }

    @Test
    void sendsAClientToTheInstanceOfItsCookie() throws Exception {
        var wanted = upstream.instances().getLast();
        var chosen = new ArrayList<UpstreamInstance>();
        for (var n = 0; n < 2; n++) {
            chosen.add(upstream.acquire(upstream.select(null, 0, wanted.stickyId()), "client", List.of()).instance());
        }

        assertThat(chosen).containsExactly(wanted, wanted);
    }

    private InstancePermit acquire() throws Exception {
        return upstream.acquire(any, "client", List.of());
    }

    private static Upstream limited(String... addresses) {
        var settings = new UpstreamSettings("stock", new InstanceList.Listed(List.of()), Algorithm.ROUND_ROBIN,
                HashKey.CLIENT_ADDRESS, null, Upstreams.OUTLIERS, new UpstreamLimits(3, 2, 1), Upstreams.TIMEOUTS,
                null);
        var created = Upstreams.create(settings, new AtomicLong()::get);
        created.membership().replace(Endpoints.of(addresses));
        return created;
    }
}
