package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.spool.Spools;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.concurrent.Cancellable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request to its service. Takes the place of Gateway's own exchange, which reads an answer to its end even when the
 * caller has gone, keeps the connection of an answer that it turned into a 304, and makes a 500 of a service that is down.
 */
@Component
class ServiceExchange implements ProxyExchange {

    private final Delivery delivery;
    private final ServiceFaults faults;
    private final Spools spools;
    private final ProxyProperties properties;

    ServiceExchange(Delivery delivery, ServiceFaults faults, Spools spools, ProxyProperties properties) {
        this.delivery = delivery;
        this.faults = faults;
        this.spools = spools;
        this.properties = properties;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var incoming = request.getServerRequest().servletRequest();
        try (var body = body(incoming).orElse(null)) {
            var outgoing = outgoing(request);
            outgoing.setEntity(body);
            var delivered = delivery.send(outgoing, ClientAddress.of(incoming));
            return answer(request,
                    new ServiceAnswer(delivered.answer(), delivered.exchange(), faults, spools,
                            properties.clientTimeout()),
                    delivered.exchange());
        } catch (IOException e) {
            return ServerResponse.ok().build((original, response) -> {
                faults.answer(e, original, response);
                return null;
            });
        }
    }

    /** An answer that can't be passed on is read by nobody: to cancel it gives its connection free. */
    private static ServiceAnswer answer(Request request, ServiceAnswer answer, Cancellable exchange) {
        try {
            var received = answer.received();
            request.getResponseConsumers().forEach(consumer -> consumer.accept(received, answer));
            return answer;
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
