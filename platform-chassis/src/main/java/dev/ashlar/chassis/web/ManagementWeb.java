package dev.ashlar.chassis.web;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Adds the filters and the valve to the management port, which has a Tomcat of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementWeb {

    @Bean
    RequestIdFilter managementRequestIds() {
        return new RequestIdFilter();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> managementProblemReportValve(Problems problems) {
        return ProblemReportValve.installer(problems);
    }

    @Bean
    SecurityHeadersFilter managementSecurityHeaders() {
        return new SecurityHeadersFilter();
    }
}
