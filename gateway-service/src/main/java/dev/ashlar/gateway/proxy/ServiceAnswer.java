package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.observability.RequestId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer, streamed to the caller as it comes. */
final class ServiceAnswer implements ServerResponse {

    private static final int BUFFER_BYTES = 16 * 1_024;

    private final ClassicHttpResponse answer;
    private final Cancellable exchange;
    private final ServiceFaults faults;
    private final HttpHeaders headers = new HttpHeaders();
    private final MultiValueMap<String, Cookie> cookies = new LinkedMultiValueMap<>();

    /** The service's own headers; those of {@link ServiceAnswer} are what passes of them. */
    record Received(HttpStatusCode getStatusCode, HttpHeaders getHeaders) implements ProxyExchange.Response {}

    ServiceAnswer(ClassicHttpResponse answer, Cancellable exchange, ServiceFaults faults) {
        this.answer = answer;
        this.exchange = exchange;
        this.faults = faults;
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
                stream(answer.getEntity().getContent(), response.getOutputStream());
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

    private void stream(InputStream in, OutputStream out) throws IOException, BrokenOff {
        var live = MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(headers.getContentType());
        var buffer = new byte[BUFFER_BYTES];
        for (var count = read(in, buffer); count >= 0; count = read(in, buffer)) {
            out.write(buffer, 0, count);
            if (live) {
                out.flush();
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) throws BrokenOff {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
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
