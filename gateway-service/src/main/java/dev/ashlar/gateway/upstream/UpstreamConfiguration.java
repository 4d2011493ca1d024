package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.health.ActiveCheck;
import dev.ashlar.gateway.upstream.health.HttpProbe;
import dev.ashlar.gateway.upstream.tls.UpstreamTls;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamProperties.class)
class UpstreamConfiguration {

    private static final double JITTER = 0.1;

    @Bean
    UpstreamTls upstreamTls() {
        return new UpstreamTls();
    }

    @Bean
    HttpProbe healthProbe(UpstreamTls upstreamTls) {
        return new HttpProbe(upstreamTls);
    }

    @Bean
    UpstreamRegistry upstreams(UpstreamProperties properties, HttpProbe healthProbe, JsonMapper json) {
        var checker = new ActiveCheck.Checker(healthProbe, Executors.newVirtualThreadPerTaskExecutor(),
                System::nanoTime, () -> ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER));
        return new UpstreamRegistry(
                new UpstreamEnvironment(properties.zone(), properties.dnsPeriod(), checker, json));
    }
}
