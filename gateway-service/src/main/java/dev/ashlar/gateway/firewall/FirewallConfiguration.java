package dev.ashlar.gateway.firewall;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirewallProperties.class)
class FirewallConfiguration {

    @Bean
    Firewall requestFirewall(FirewallProperties properties, MeterRegistry meters) {
        return new Firewall(properties, new BlockedClients(properties.blockedClients(), Ticker.systemTicker()), meters);
    }

    /** Last, after the valve of the chassis that sets the client address. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusedRequests(Firewall firewall) {
        return factory -> factory.addEngineValves(new RefusedRequestValve(firewall));
    }

    @Bean
    AccessRules firewallAccess() {
        return requests -> requests.requestMatchers("/api/v1/gateway/firewall").hasRole(CurrentUser.ADMIN);
    }
}
