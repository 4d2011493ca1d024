package dev.ashlar.testing;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Runs one service without the others, for its developers, on the infrastructure of its tests. The infrastructure starts and ends
 * with the service.
 *
 * <pre>{@code
 * static void main(String... args) {
 *     ServiceAlone.like(RunningOrderService.class).withTokens().start(OrderServiceApplication::main, args);
 * }
 * }</pre>
 */
public final class ServiceAlone {

    private final WithInfrastructure needs;
    private boolean tokens;

    private ServiceAlone(WithInfrastructure needs) {
        this.needs = needs;
    }

    /** @param tests an annotation, or a test, that {@link WithInfrastructure} is on */
    public static ServiceAlone like(Class<?> tests) {
        var needs = AnnotatedElementUtils.findMergedAnnotation(tests, WithInfrastructure.class);
        return new ServiceAlone(Objects.requireNonNull(needs, () -> tests + " asks for no infrastructure"));
    }

    /** Prints an admin's and a shopper's token, because user-service does not run. */
    public ServiceAlone withTokens() {
        tokens = true;
        return this;
    }

    /** @param args override the environment of the service */
    public void start(Consumer<String[]> service, String... args) {
        service.accept(Stream.concat(settings(), Stream.of(args)).toArray(String[]::new));
        if (tokens) {
            System.out.printf("For 5 minutes%n  an admin's token: %s%n  a shopper's token: %s%n",
                    TestTokens.admin(UUID.randomUUID()), TestTokens.shopper(UUID.randomUUID()));
        }
    }

    /** The environment of the service as arguments of its main method. */
    Stream<String> settings() {
        var tested = new TestedService(needs.service().replace('_', '-'), needs.service());
        var environment = TestInfrastructure.get().start(tested, Set.of(needs.parts()));
        Stream.of(needs.topics()).forEach(Events::createTopic);
        return environment.entrySet().stream().map(one -> "--%s=%s".formatted(one.getKey(), one.getValue()));
    }
}
