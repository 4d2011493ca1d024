package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.route.RouteMatch;
import dev.ashlar.gateway.spool.SpoolFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
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

    private final CachedUpstreams upstreams;
    private final OutgoingRequests requests;
    private final UpstreamProblems problems;
    private final SpoolFactory spools;
    private final ProxyProperties properties;

    UpstreamExchange(CachedUpstreams upstreams, OutgoingRequests requests, UpstreamProblems problems,
            SpoolFactory spools, ProxyProperties properties) {
        this.upstreams = upstreams;
        this.requests = requests;
        this.problems = problems;
        this.spools = spools;
        this.properties = properties;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var incoming = request.getServerRequest().servletRequest();
        try (var body = body(incoming).orElse(null)) {
            var outgoing = requests.request(request);
            outgoing.setEntity(body);
            return accept(request, upstreams.send(incoming, outgoing, requests.call(request)));
        } catch (IOException e) {
            return ServerResponse.ok().build((original, response) -> {
                problems.write(e, original, response);
                return null;
            });
        }
    }

    /** Closes the exchange if a filter fails, because nothing reads the response then and its connection would leak. */
    private UpstreamResponse accept(Request request, UpstreamResponse.Exchange exchange) {
        try {
            var response = new UpstreamResponse(exchange, problems, spools, properties.clientTimeout());
            var received = response.received();
            request.getResponseConsumers().forEach(consumer -> consumer.accept(received, response));
            RouteMatch.of(request.getServerRequest().servletRequest()).ifPresent(match -> {
                if (!match.route().builtIn()) {
                    ResponseHeaderFilter.restoreSoftware(received.getHeaders(), response.headers());
                }
                match.route().responseHeaders().applyTo(response.headers());
                StickyCookie.add(match.route(), request.getServerRequest(), exchange.call(), response);
            });
            return response;
        } catch (RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    private Optional<RequestBody> body(HttpServletRequest request) throws IOException {
        return request.getInputStream().isFinished()
                ? Optional.empty()
                : Optional.of(RequestBody.read(request, spools));
    }
}
