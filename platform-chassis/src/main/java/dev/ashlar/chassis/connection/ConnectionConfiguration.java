package dev.ashlar.chassis.connection;

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
    TrustedProxies trustedProxies(@Value("${ashlar.trusted-proxies:}") String addresses) {
        return TrustedProxies.of(addresses);
    }

    @Bean
    Connections connections(ConnectionProperties properties, TrustedProxies trustedProxies) {
        var start = System.nanoTime();
        return new Connections(properties, trustedProxies, () -> 1 + System.nanoTime() - start);
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
