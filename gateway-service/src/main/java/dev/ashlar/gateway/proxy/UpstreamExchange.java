package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.spool.SpoolFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.concurrent.Cancellable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Forwards a request to its service. Replaces the exchange of Spring Cloud Gateway, which has three defects. It reads a response to
 * its end after the client has disconnected. It leaks the connection of a response that it changes to 304. It responds with 500 if a
 * service is down.
 */
@Component
class UpstreamExchange implements ProxyExchange {

    private final UpstreamClient upstreams;
    private final UpstreamProblems problems;
    private final SpoolFactory spools;
    private final ProxyProperties properties;

    UpstreamExchange(UpstreamClient upstreams, UpstreamProblems problems, SpoolFactory spools,
            ProxyProperties properties) {
        this.upstreams = upstreams;
        this.problems = problems;
        this.spools = spools;
        this.properties = properties;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var incoming = request.getServerRequest().servletRequest();
        try (var body = body(incoming).orElse(null)) {
            var outgoing = outgoing(request);
            outgoing.setEntity(body);
            var open = upstreams.send(outgoing, ClientAddress.of(incoming));
            return accept(request,
                    new UpstreamResponse(open.response(), open.exchange(), problems, spools,
                            properties.clientTimeout()),
                    open.exchange());
        } catch (IOException e) {
            return ServerResponse.ok().build((original, response) -> {
                problems.write(e, original, response);
                return null;
            });
        }
    }

    /** Cancels the exchange if a filter fails, because nothing reads the response then and its connection would leak. */
    private static UpstreamResponse accept(Request request, UpstreamResponse response, Cancellable exchange) {
        try {
            var received = response.received();
            request.getResponseConsumers().forEach(consumer -> consumer.accept(received, response));
            return response;
        } catch (RuntimeException e) {
            exchange.cancel();
            throw e;
        }
    }

    private Optional<RequestBody> body(HttpServletRequest request) throws IOException {
        return request.getInputStream().isFinished()
                ? Optional.empty()
                : Optional.of(RequestBody.read(request, spools));
    }

    private static HttpUriRequestBase outgoing(Request request) {
        var outgoing = new HttpUriRequestBase(request.getMethod().name(), request.getUri());
        request.getHeaders().forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        return outgoing;
    }
}
