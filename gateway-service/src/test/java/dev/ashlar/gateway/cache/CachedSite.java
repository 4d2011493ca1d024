package dev.ashlar.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.springframework.util.unit.DataSize;

/** A site behind an edge cache, whose time a test sets. Lines of headers are as in HTTP. {@code @N} is the date in N seconds. */
public final class CachedSite extends Clock implements Origin<ClassicHttpResponse> {

    public final List<HttpUriRequestBase> requests = new CopyOnWriteArrayList<>();
    public final EdgeCache cache;
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private Function<HttpUriRequestBase, ClassicHttpResponse> behaviour = _ -> response(200, "none");

    public CachedSite() {
        this(DataSize.ofMegabytes(1), Duration.ofSeconds(5));
    }

    CachedSite(DataSize size, Duration collapseTimeout) {
        cache = new EdgeCache(new CacheProperties(size, DataSize.ofKilobytes(64), collapseTimeout),
                new SimpleMeterRegistry(), this, () -> Duration.between(Instant.EPOCH, now).toNanos());
    }

    /** A response with its body, already read. */
    public record Answer(ClassicHttpResponse response, String body) {

        public int status() {
            return response.getCode();
        }

        public String header(String name) {
            return Fields.first(response, name);
        }
    }

    public void responds(int status, String body, String... headers) {
        behaviour = _ -> response(status, body, headers);
    }

    void responds(Function<HttpUriRequestBase, ClassicHttpResponse> next) {
        behaviour = next;
    }

    ClassicHttpResponse response(int status, String body, String... headers) {
        var response = new BasicClassicHttpResponse(status);
        add(response, headers);
        if (status != 304 && status != 204) {
            response.setEntity(new InputStreamEntity(new ByteArrayInputStream(body.getBytes(UTF_8)),
                    (ContentType) null));
        }
        return response;
    }

    void fails() {
        behaviour = _ -> {
            throw new UncheckedIOException(new IOException("The origin is down"));
        };
    }

    void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    public Answer get(String... headers) {
        return send("GET", "/page", headers);
    }

    public Answer send(String method, String target, String... headers) {
        try {
            var request = new HttpUriRequestBase(method, URI.create("http://site"));
            request.setPath(target);
            add(request, headers);
            var response = Invalidation.isSafe(method)
                    ? cache.exchange(new CacheKey("route", null, null, target), request, this)
                    : cache.forward("site", target, request, this);
            var body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), UTF_8);
            return new Answer(response, body);
        } catch (IOException | org.apache.hc.core5.http.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(HttpMessage message, String... headers) {
        for (var line : headers) {
            var parts = line.split(": ?", 2);
            var value = parts[1].matches("@-?\\d+")
                    ? DateUtils.formatStandardDate(now.plusSeconds(Long.parseLong(parts[1].substring(1))))
                    : parts[1];
            message.addHeader(parts[0], value);
        }
    }

    @Override
    public ClassicHttpResponse send(HttpUriRequestBase request) throws IOException {
        requests.add(request);
        try {
            return behaviour.apply(request);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public ClassicHttpResponse response(ClassicHttpResponse exchange) {
        return exchange;
    }

    @Override
    public String host(ClassicHttpResponse exchange) {
        return "instance:1";
    }

    @Override
    public ClassicHttpResponse stored(ClassicHttpResponse response) {
        return response;
    }

    @Override
    public ClassicHttpResponse onClose(ClassicHttpResponse exchange, Runnable action) {
        return exchange;
    }

    @Override
    public void close(ClassicHttpResponse exchange) {
        // nothing to close
    }

    @Override
    public void read(ClassicHttpResponse exchange) throws IOException {
        EntityUtils.toByteArray(exchange.getEntity());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
