package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private static final Instance FIRST = new Instance(new HttpHost("http", "first", 1));
    private static final Instance SECOND = new Instance(new HttpHost("http", "second", 1));
    private static final List<Instance> BOTH = List.of(FIRST, SECOND);

    private final Upstream upstream = new Upstream("stock", instances -> instances, new UpstreamLimits(3, 2, 1));

    @Test
    void sendsToAnotherInstanceWhenOneIsFull() throws Exception {
        upstream.enter(BOTH, "client");
        upstream.enter(BOTH, "client");

        assertThat(upstream.enter(BOTH, "client").instance()).isEqualTo(SECOND);
    }

    @Test
    void refusesWhenItHasAsManyAsItMayHave() throws Exception {
        upstream.enter(BOTH, "client");
        upstream.enter(BOTH, "client");
        upstream.enter(BOTH, "client");

        assertThatThrownBy(() -> upstream.enter(BOTH, "client")).isInstanceOf(Overloaded.class);
        assertThat(upstream.isFull()).isTrue();
    }

    @Test
    void refusesWhenEachInstanceIsFull() throws Exception {
        upstream.enter(List.of(FIRST), "client");
        upstream.enter(List.of(FIRST), "client");

        assertThatThrownBy(() -> upstream.enter(List.of(FIRST), "client")).isInstanceOf(Overloaded.class);
        assertThat(upstream.inFlight()).isEqualTo(2);
    }

    @Test
    void hasThePlaceOfWhoeverLeftAndOnlyOnce() throws Exception {
        var place = upstream.enter(BOTH, "client");
        upstream.enter(BOTH, "client");
        place.leave();
        place.leave();

        assertThat(upstream.inFlight()).isEqualTo(1);
        assertThat(upstream.enter(BOTH, "client").instance()).isEqualTo(FIRST);
    }

    @Test
    void countsEventStreamsByThemselves() throws Exception {
        var stream = upstream.enter(BOTH, "client");
        stream.becomeStream();

        assertThat(upstream.inFlight()).isZero();
        assertThatThrownBy(upstream.enter(BOTH, "client")::becomeStream).isInstanceOf(Overloaded.class);
        stream.leave();
        assertThat(upstream.streams()).isZero();
    }

    @Test
    void remembersARequestToAnInstanceThatHasGoneAndComesBack() throws Exception {
        upstream.enter(BOTH, "client");
        upstream.enter(BOTH, "client");
        upstream.replace(List.of(SECOND));
        upstream.replace(BOTH);

        assertThat(upstream.enter(BOTH, "client").instance()).isEqualTo(SECOND);
    }
}
