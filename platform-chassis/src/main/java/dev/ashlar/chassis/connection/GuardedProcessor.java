package dev.ashlar.chassis.connection;

import java.util.Objects;
import java.util.Optional;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/** Reports to the connection when the head of a request has arrived and when its response is complete. */
final class GuardedProcessor extends Http11Processor {

    private final ConnectionProperties properties;

    GuardedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, ConnectionProperties properties) {
        super(protocol, new Phases(adapter));
        this.properties = properties;
        ((Phases) getAdapter()).processor = this;
    }

    /** Accepts all that RFC 3986 allows, and leaves the rest to Tomcat. */
    @Override
    protected void parseHost(MessageBytes value) {
        if (value == null || value.isNull() || value.getLength() == 0) {
            super.parseHost(value);
            return;
        }
        var bytes = value.getByteChunk();
        var host = HostHeader.parse(bytes.getBytes(), bytes.getStart(), bytes.getLength());
        if (host == null) {
            super.parseHost(value);
            return;
        }
        request.serverName().setString(host.name());
        if (host.port() < 0) {
            populatePort();
        } else {
            request.setServerPort(host.port());
        }
    }

    private Optional<Connection> connection() {
        var wrapper = getSocketWrapper();
        return wrapper != null && wrapper.getSocket() instanceof Guarded channel
                ? Optional.ofNullable(channel.connection())
                : Optional.empty();
    }

    private void requestReceived(Request request, Connection connection) {
        request.setAttribute(Connection.ATTRIBUTE, connection);
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        connection.requestReceived(properties.bodyTimeout(request.getMethod(), type), properties.responseTimeout());
    }

    /** Does nothing for an asynchronous request, whose response follows later. */
    private void responseSent() {
        if (!isAsync()) {
            var bodyRead = isRequestBodyFullyRead();
            connection().ifPresent(connection -> connection.responseSent(bodyRead));
        }
    }

    /** Runs after the last dispatch of an asynchronous request. */
    @Override
    protected SocketState dispatchEndRequest() {
        connection().ifPresent(connection -> connection.responseSent(isRequestBodyFullyRead()));
        return super.dispatchEndRequest();
    }

    private static final class Phases implements Adapter {

        private final Adapter application;
        private @Nullable GuardedProcessor processor;

        Phases(Adapter application) {
            this.application = application;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            var current = Objects.requireNonNull(processor);
            current.connection().ifPresent(connection -> current.requestReceived(request, connection));
            try {
                application.service(request, response);
            } finally {
                current.responseSent();
            }
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
            try {
                return application.asyncDispatch(request, response, event);
            } finally {
                Objects.requireNonNull(processor).responseSent();
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return application.prepare(request, response);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            application.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return application.getDomain();
        }

        @Override
        public void log(Request request, Response response, long time) {
            application.log(request, response, time);
        }
    }
}
