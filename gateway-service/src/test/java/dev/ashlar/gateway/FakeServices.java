package dev.ashlar.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The five fake services behind the gateway. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeServices implements AutoCloseable {

    private final Map<String, FakeService> byName = List.of("user", "order", "inventory", "email", "analytics").stream()
            .collect(Collectors.toMap(Function.identity(), FakeService::new));

    @Bean
    static DynamicPropertyRegistrar serviceUrls(FakeServices services) {
        return properties -> services.byName.forEach(
                (name, service) -> properties.add(name.toUpperCase(Locale.ROOT) + "_SERVICE_URL", service::url));
    }

    public FakeService named(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    @Override
    public void close() {
        byName.values().forEach(FakeService::stop);
    }
}
