package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Anyone may read the catalogue. Only admins may change it. */
@Configuration(proxyBeanMethods = false)
class CatalogueAccess {

    private static final String LIST = "/api/v1/products";
    private static final String ONE = "/api/v1/products/{id}";

    @Bean
    AccessRules catalogueRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, LIST, ONE).permitAll()
                .requestMatchers(HttpMethod.HEAD, LIST, ONE).permitAll()
                .requestMatchers(HttpMethod.POST, LIST).hasRole(CurrentUser.ADMIN)
                .requestMatchers(HttpMethod.PATCH, ONE).hasRole(CurrentUser.ADMIN)
                .requestMatchers(HttpMethod.PUT, ONE + "/image").hasRole(CurrentUser.ADMIN);
    }
}
