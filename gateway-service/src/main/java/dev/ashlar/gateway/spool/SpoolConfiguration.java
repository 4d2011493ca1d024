package dev.ashlar.gateway.spool;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpoolProperties.class)
class SpoolConfiguration {

    @Bean
    SpoolFactory spools(SpoolProperties properties, @Value("${java.io.tmpdir}") Path folder) {
        return new SpoolFactory(properties.inMemory(), properties.inFiles(), folder);
    }
}
