package dev.ashlar.chassis.connection;

import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Limits the connections of the HTTP port. Only operators reach the management port, which has a Tomcat of its own. */
@AutoConfiguration
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

    @Bean
    Connections connections(ConnectionProperties properties,
            @Value("${server.tomcat.remoteip.internal-proxies:}") String trustedProxies) {
        var start = System.nanoTime();
        return new Connections(properties, Pattern.compile(trustedProxies), () -> 1 + System.nanoTime() - start);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> guardedConnections(Connections connections) {
        return factory -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addConnectorCustomizers(
                    connector -> ((GuardedProtocol) connector.getProtocolHandler()).guard(connections));
        };
    }
}
