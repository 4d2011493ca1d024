package dev.ashlar.testing;

import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** A record, because Spring shares a context between tests whose customizers are equal. */
record InfrastructureCustomizer(String service, Set<BackingService> parts, Set<String> topics)
        implements
            ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var properties = TestInfrastructure.get().start(service, parts);
        topics.forEach(Events::createTopic);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("infrastructure", properties));
    }
}
