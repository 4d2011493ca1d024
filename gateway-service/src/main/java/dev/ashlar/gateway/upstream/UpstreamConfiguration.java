package dev.ashlar.gateway.upstream;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamProperties.class)
class UpstreamConfiguration {

    @Bean
    UpstreamRegistry upstreams(UpstreamProperties properties, JsonMapper json) {
        var source = properties.file().isBlank()
                ? new DnsInstances(properties.urls())
                : new InstanceFile(Path.of(properties.file()), json);
        return new UpstreamRegistry(properties.urls().keySet(), source, properties.limits());
    }

    @Bean
    UpstreamLimits upstreamLimits(UpstreamProperties properties) {
        return properties.limits();
    }
}
