package dev.ashlar.testing;

import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** A record, because Spring shares a context between tests with equal customizers. */
record InfrastructureCustomizer(String service, Set<BackingService> parts, Set<String> topics, String restore)
        implements
            ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var environment = context.getEnvironment();
        var tested = new TestedService(environment.getProperty("spring.application.name", ""), service);
        var properties = TestInfrastructure.get().start(tested, parts);
        if (!restore.isEmpty()) {
            TestInfrastructure.get().restore(tested, restore);
        }
        topics.forEach(Events::createTopic);
        environment.getPropertySources().addFirst(new MapPropertySource("infrastructure", properties));
    }
}
