package dev.ashlar.chassis.connection;

import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 with admission and timeouts of connections. Public because Tomcat creates it by its class name. */
public final class GuardedProtocol extends Http11NioProtocol {

    private final GuardedEndpoint endpoint;

    public GuardedProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void guard(Connections connections) {
        endpoint.guard(connections);
    }

    /** HTTP/2 asks this protocol, too. */
    @Override
    public boolean useCompression(Request request, Response response) {
        if (!CompressionRules.mayCompress(request, response)) {
            return false;
        }
        CompressionRules.heedRefusal(request);
        return super.useCompression(request, response);
    }

    @Override
    protected Processor createProcessor() {
        return new GuardedProcessor(this, getAdapter(), endpoint.connections().properties());
    }
}
