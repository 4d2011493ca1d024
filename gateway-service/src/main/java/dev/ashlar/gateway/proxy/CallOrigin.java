package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.cache.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The upstream of a call, for the edge cache. */
final class CallOrigin implements Origin<UpstreamResponse.Exchange> {

    private final UpstreamClient upstreams;
    private final UpstreamCall call;
    private final AtomicBoolean used = new AtomicBoolean();

    CallOrigin(UpstreamClient upstreams, UpstreamCall call) {
        this.upstreams = upstreams;
        this.call = call;
    }

    @Override
    public UpstreamResponse.Exchange send(HttpUriRequestBase request) throws IOException {
        return upstreams.send(request, used.compareAndSet(false, true) ? call : call.again());
    }

    @Override
    public ClassicHttpResponse response(UpstreamResponse.Exchange exchange) {
        return exchange.response();
    }

    @Override
    public String host(UpstreamResponse.Exchange exchange) {
        var call = exchange.call();
        var instance = call.instance();
        var own = instance == null ? "" : instance.authority().toString();
        return call.host() == null ? own : call.host();
    }

    @Override
    public UpstreamResponse.Exchange stored(ClassicHttpResponse response) {
        return new UpstreamResponse.Exchange(response, call, () -> true);
    }

    @Override
    public UpstreamResponse.Exchange onClose(UpstreamResponse.Exchange exchange, Runnable action) {
        return new UpstreamResponse.Exchange(exchange.response(), exchange.call(), () -> {
            action.run();
            return exchange.closing().cancel();
        });
    }

    @Override
    public void close(UpstreamResponse.Exchange exchange) {
        exchange.close();
    }

    @Override
    public void read(UpstreamResponse.Exchange exchange) throws IOException {
        var body = exchange.response().getEntity();
        if (body == null) {
            return;
        }
        exchange.call().reading();
        try {
            body.getContent().transferTo(OutputStream.nullOutputStream());
        } finally {
            exchange.call().paused();
        }
    }
}
