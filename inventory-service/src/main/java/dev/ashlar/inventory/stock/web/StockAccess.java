package dev.ashlar.inventory.stock.web;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only admins read and change stock. */
@Configuration(proxyBeanMethods = false)
class StockAccess {

    @Bean
    AccessRules stockRules() {
        return requests -> requests
                .requestMatchers("/api/v1/products/*/stock", "/api/v1/products/*/stock-adjustments")
                .hasRole(CurrentUser.ADMIN);
    }
}
