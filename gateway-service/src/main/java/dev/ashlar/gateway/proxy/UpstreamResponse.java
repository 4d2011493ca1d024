package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.connection.Connection;
import dev.ashlar.chassis.observability.RequestId;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.chassis.web.ForeignResponse;
import dev.ashlar.gateway.route.RouteMatch;
import dev.ashlar.gateway.spool.SpoolFactory;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The response of a service. The gateway reads it into a spool, so that a slow client does not hold the connection to the service.
 * If the spool is full, a timeout limits how long the client delays the service. Event streams are not spooled.
 */
final class UpstreamResponse implements ServerResponse {

    private static final int BUFFER_BYTES = 16 * 1_024;

    /** Small, because there may be thousands of idle streams. */
    private static final int EVENT_BYTES = 1_024;

    private final Exchange exchange;
    private final ClassicHttpResponse upstream;
    private final UpstreamProblems problems;
    private final SpoolFactory spools;
    private final Duration clientTimeout;
    private final HttpHeaders headers = new HttpHeaders();
    private final MultiValueMap<String, Cookie> cookies = new LinkedMultiValueMap<>();

    /**
     * A response with an unread body.
     *
     * @param closing releases the instance's permit, and closes the connection unless the body was read to its end
     */
    record Exchange(ClassicHttpResponse response, UpstreamCall call, Cancellable closing) {

        void close() {
            closing.cancel();
        }
    }

    /** The headers before the filter. The headers of {@link UpstreamResponse} are the filtered ones. */
    record Received(HttpStatusCode getStatusCode, HttpHeaders getHeaders) implements ProxyExchange.Response {}

    /** @param clientTimeout the total time for which the client may delay the service */
    UpstreamResponse(Exchange exchange, UpstreamProblems problems, SpoolFactory spools, Duration clientTimeout) {
        this.exchange = exchange;
        this.upstream = exchange.response;
        this.problems = problems;
        this.spools = spools;
        this.clientTimeout = clientTimeout;
    }

    Received received() {
        var received = new HttpHeaders();
        for (var header : upstream.getHeaders()) {
            received.add(header.getName(), header.getValue());
        }
        return new Received(statusCode(), received);
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(upstream.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return cookies;
    }

    /**
     * If the response was read to its end, its connection is in the pool again. Otherwise, cancelling closes the connection. Closing the
     * response instead would read the rest, even if the client has disconnected.
     */
    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            response.setStatus(upstream.getCode());
            if (RouteMatch.isForeign(request)) {
                ForeignResponse.mark(request);
            }
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            if (upstream.getEntity() != null) {
                forward(upstream.getEntity().getContent(), request, response);
            }
        } catch (UpstreamFailure e) {
            reset(response);
            problems.write(e.cause, request, response);
        } finally {
            exchange.close();
        }
        return null;
    }

    private static void reset(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader(RequestId.HEADER, RequestId.current());
        }
    }

    private void forward(InputStream in, HttpServletRequest request, HttpServletResponse response)
            throws IOException, UpstreamFailure {
        var connection = Connection.of(request);
        if (upstream.getEntity() instanceof ByteArrayEntity) { // from the cache, so no service waits
            in.transferTo(response.getOutputStream());
            return;
        }
        if (UpstreamClient.isEventStream(upstream)) {
            connection.ifPresent(Connection::responseIsStream);
            response.flushBuffer(); // the first event may be late
            stream(in, response.getOutputStream(), true, connection);
            return;
        }
        try (var spool = spools.open(ClientAddress.of(request))) {
            if (fromUpstream(() -> spool.fill(in))) {
                exchange.close();
                spool.writeTo(response.getOutputStream());
            } else {
                connection.ifPresent(c -> c.allowForResponse(clientTimeout));
                spool.writeTo(response.getOutputStream());
                stream(in, response.getOutputStream(), false, connection);
            }
        }
    }

    /** @param live flushes each part, and restarts the client timeout for each part */
    private void stream(InputStream in, OutputStream out, boolean live, Optional<Connection> connection)
            throws IOException, UpstreamFailure {
        var buffer = new byte[live ? EVENT_BYTES : BUFFER_BYTES];
        for (var count = read(in, buffer); count >= 0; count = read(in, buffer)) {
            if (live) {
                connection.ifPresent(c -> c.allowForResponse(clientTimeout));
            }
            out.write(buffer, 0, count);
            if (live) {
                out.flush();
            }
        }
    }

    private int read(InputStream in, byte[] buffer) throws UpstreamFailure {
        return fromUpstream(() -> in.read(buffer));
    }

    private <T> T fromUpstream(Read<T> read) throws UpstreamFailure {
        exchange.call.reading();
        try {
            return read.read();
        } catch (IOException e) {
            exchange.call.failed();
            throw new UpstreamFailure(exchange.call.timedOut() ? timeout(e) : e);
        } finally {
            exchange.call.paused();
        }
    }

    private static IOException timeout(IOException cause) {
        var timeout = new SocketTimeoutException("The deadline of the response has passed");
        timeout.initCause(cause);
        return timeout;
    }

    private interface Read<T> {

        T read() throws IOException;
    }

    /** Distinguishes a failure of the service from a failure of the client connection. */
    private static final class UpstreamFailure extends Exception {

        private final IOException cause;

        UpstreamFailure(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
