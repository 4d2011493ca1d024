package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.connection.Connection;
import dev.ashlar.chassis.observability.RequestId;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.spool.Spools;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer. The gateway reads it ahead of the caller as far as there is room. So a slow caller does not hold the
 * connection to the service. Where there is no room, the caller may not keep the service waiting for long. Event streams are passed
 * on as they come.
 */
final class ServiceAnswer implements ServerResponse {

    private static final int BUFFER_BYTES = 16 * 1_024;

    private final ClassicHttpResponse answer;
    private final Cancellable exchange;
    private final ServiceFaults faults;
    private final Spools spools;
    private final Duration clientTimeout;
    private final HttpHeaders headers = new HttpHeaders();
    private final MultiValueMap<String, Cookie> cookies = new LinkedMultiValueMap<>();

    /** The service's own headers; those of {@link ServiceAnswer} are what passes of them. */
    record Received(HttpStatusCode getStatusCode, HttpHeaders getHeaders) implements ProxyExchange.Response {}

    /** @param clientTimeout how long, in sum, the caller may keep the service waiting */
    ServiceAnswer(ClassicHttpResponse answer, Cancellable exchange, ServiceFaults faults, Spools spools,
            Duration clientTimeout) {
        this.answer = answer;
        this.exchange = exchange;
        this.faults = faults;
        this.spools = spools;
        this.clientTimeout = clientTimeout;
    }

    Received received() {
        var received = new HttpHeaders();
        for (var header : answer.getHeaders()) {
            received.add(header.getName(), header.getValue());
        }
        return new Received(statusCode(), received);
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
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
     * An answer that was read to its end has given its connection back; to cancel any other ends its connection. To close the
     * answer instead would read on, for a caller who has left.
     */
    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            response.setStatus(answer.getCode());
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            if (answer.getEntity() != null) {
                pass(answer.getEntity().getContent(), request, response);
            }
        } catch (BrokenOff e) {
            forget(response);
            faults.answer(e.cause, request, response);
        } finally {
            exchange.cancel();
        }
        return null;
    }

    private static void forget(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader(RequestId.HEADER, RequestId.current());
        }
    }

    private void pass(InputStream in, HttpServletRequest request, HttpServletResponse response)
            throws IOException, BrokenOff {
        var connection = Connection.of(request);
        if (Delivery.isEventStream(answer)) {
            stream(in, response.getOutputStream(), true, connection);
            return;
        }
        try (var ahead = spools.open(ClientAddress.of(request))) {
            if (ofService(() -> ahead.fill(in))) {
                exchange.cancel();
                ahead.writeTo(response.getOutputStream());
            } else {
                connection.ifPresent(c -> c.allowForResponse(clientTimeout));
                ahead.writeTo(response.getOutputStream());
                stream(in, response.getOutputStream(), false, connection);
            }
        }
    }

    /** @param live each part is sent at once, and the caller has the whole time anew for each */
    private void stream(InputStream in, OutputStream out, boolean live, Optional<Connection> connection)
            throws IOException, BrokenOff {
        var buffer = new byte[BUFFER_BYTES];
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

    private static int read(InputStream in, byte[] buffer) throws BrokenOff {
        return ofService(() -> in.read(buffer));
    }

    private static <T> T ofService(Reading<T> reading) throws BrokenOff {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    private interface Reading<T> {

        T read() throws IOException;
    }

    /** The service failed, as opposed to the caller. */
    private static final class BrokenOff extends Exception {

        private final IOException cause;

        BrokenOff(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
