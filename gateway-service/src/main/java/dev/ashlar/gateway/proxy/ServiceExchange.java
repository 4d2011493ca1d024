package dev.ashlar.gateway.proxy;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
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

    ServiceExchange(Delivery delivery, ServiceFaults faults) {
        this.delivery = delivery;
        this.faults = faults;
    }

    @Override
    public ServerResponse exchange(Request request) {
        try {
            var delivered = delivery.send(outgoing(request));
            return answer(request, new ServiceAnswer(delivered.answer(), delivered.exchange(), faults),
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

    private static HttpUriRequestBase outgoing(Request request) throws IOException {
        var outgoing = new HttpUriRequestBase(request.getMethod().name(), request.getUri());
        request.getHeaders().forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        var incoming = request.getServerRequest().servletRequest();
        if (!incoming.getInputStream().isFinished()) {
            var body = RequestBody.of(incoming, outgoing);
            // Its type is among the headers already.
            outgoing.setEntity(new InputStreamEntity(body, incoming.getContentLengthLong(), (ContentType) null));
        }
        return outgoing;
    }
}
