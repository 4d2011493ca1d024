package dev.ashlar.gateway.cache;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * The proxy, beneath the cache.
 *
 * @param <E> a response with its connection
 */
public interface Origin<E> {

    /** Sends the request to an instance. May be called more than once. */
    E send(HttpUriRequestBase request) throws IOException;

    ClassicHttpResponse response(E exchange);

    /** The {@code Host} header of the request, as the origin received it. */
    String host(E exchange);

    /** A response without a connection. */
    E stored(ClassicHttpResponse response);

    /** The same exchange with an action when it ends, complete or not. */
    E onClose(E exchange, Runnable action);

    /** Closes the connection unless its response was read to its end. */
    void close(E exchange);

    /** Reads the response to its end. */
    void read(E exchange) throws IOException;
}
