package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.TrustedProxies;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Sets the remote address of a request to the client that trusted proxies name, in one form for all its spellings. Tomcat's
 * {@code RemoteIpValve} would keep the text of the header, so a port or a bracket would make one client many.
 */
final class ForwardedClientValve extends ValveBase {

    private static final String HEADER = "X-Forwarded-For";

    private final TrustedProxies proxies;

    /** Adds the valve before those of a service. */
    record Installer(TrustedProxies proxies)
            implements
                WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>,
                Ordered {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addEngineValves(new ForwardedClientValve(proxies));
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

    ForwardedClientValve(TrustedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!proxies.isEmpty() && request.getHeader(HEADER) != null) {
            nameClient(request);
        }
        getNext().invoke(request, response);
    }

    private void nameClient(Request request) {
        var peer = ForwardedFor.address(String.valueOf(request.getRemoteAddr()));
        if (peer == null) {
            return;
        }
        var client = ForwardedFor.client(peer, proxies, Collections.list(request.getHeaders(HEADER)));
        if (!client.equals(peer)) {
            request.setRemoteAddr(client.getHostAddress());
            request.setRemoteHost(client.getHostAddress());
        }
    }
}
