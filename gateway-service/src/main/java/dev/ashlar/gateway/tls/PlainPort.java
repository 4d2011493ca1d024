package dev.ashlar.gateway.tls;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Adds the port without TLS, with the same limits and threads as the port with TLS. */
record PlainPort(int port) implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    /** Copies the settings when Tomcat is created, because only then all of them are known. */
    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(new TomcatConnectorCustomizer() {
            @Override
            public void customize(Connector tls) {
                var plain = new Connector(tls.getProtocolHandlerClassName());
                plain.setPort(port);
                plain.setProperty("bindOnInit", "false");
                plain.setURIEncoding(tls.getURIEncoding());
                protocol(plain).setAddress(protocol(tls).getAddress());
                factory.getConnectorCustomizers().stream().filter(one -> one != this)
                        .forEach(one -> one.customize(plain));
                factory.getProtocolHandlerCustomizers().forEach(one -> apply(one, plain.getProtocolHandler()));
                factory.addAdditionalConnectors(plain);
            }
        });
    }

    private static AbstractProtocol<?> protocol(Connector connector) {
        return (AbstractProtocol<?>) connector.getProtocolHandler();
    }

    @SuppressWarnings("unchecked")
    private static <T extends ProtocolHandler> void apply(TomcatProtocolHandlerCustomizer<T> customizer,
            ProtocolHandler handler) {
        customizer.customize((T) handler);
    }
}
