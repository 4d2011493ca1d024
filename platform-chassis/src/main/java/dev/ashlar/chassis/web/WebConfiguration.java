package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.TrustedProxies;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(before = {JacksonAutoConfiguration.class, WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class})
@Import({StrictJson.class, StrictValues.class, JsonBodies.class, IfNoneMatchAdvice.class, ProblemAdvice.class,
        ErrorDispatch.class})
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    RequestIdFilter requestIds() {
        return new RequestIdFilter();
    }

    @Bean
    SecurityHeadersFilter securityHeaders() {
        return new SecurityHeadersFilter();
    }

    @Bean
    Problems problems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemReportValve(Problems problems) {
        return ProblemReportValve.installer(problems);
    }

    /** Tomcat must not parse a form body, so that the response is 415 and not an error about a query parameter. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> noFormParsing() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> forwardedClients(TrustedProxies proxies) {
        return new ForwardedClientValve.Installer(proxies);
    }

    @Bean
    BodyLimitFilter bodyLimits(Problems problems) {
        return new BodyLimitFilter(problems);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new QueryParameters());
        registry.addInterceptor(new AcceptCheck());
    }
}
