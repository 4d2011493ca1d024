package dev.ashlar.chassis.web;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The management port has a container of its own: what holds for every answer must be said there again. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementWeb {

    @Bean
    RequestIdFilter managementRequestIds() {
        return new RequestIdFilter();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> managementContainerRefusals(Problems problems) {
        return ContainerRefusals.in(problems);
    }

    @Bean
    AnswerHeaders managementAnswerHeaders() {
        return new AnswerHeaders();
    }
}
