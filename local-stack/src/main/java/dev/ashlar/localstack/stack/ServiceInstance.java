package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.ashlar.infrastructure.Part;
import dev.ashlar.infrastructure.Service;
import dev.ashlar.process.Loopback;

/**
 * One instance of a service.
 *
 * @param folder working folder
 * @param caller the environment of the command that starts the instance
 */
record ServiceInstance(Service service, int number, PortPlan plan, ServiceEnvironment environment,
        Application application,
        Path folder, Map<String, String> caller) implements Part {

    @Override
    public String name() {
        return service.id();
    }

    @Override
    public int port() {
        return plan.http(service, number);
    }

    @Override
    public List<Integer> ports() {
        return environment.hasTls(service)
                ? List.of(port(), plan.management(service, number), plan.tls(number))
                : List.of(port(), plan.management(service, number));
    }

    /**
     * The processes that should be ready before the service starts. Without them the service would start too, and only
     * retry.
     */
    @Override
    public Set<String> needs() {
        return service.hasDatabase()
                ? Set.of("postgres", "redis-sessions", "redis-cache", "kafka")
                : Set.of("redis-sessions", "redis-cache");
    }

    @Override
    public Set<String> requires() {
        return service.hasDatabase() ? Set.of("postgres", "redis-sessions") : Set.of("redis-sessions");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        application.unpack();
        Files.createDirectories(folder);
    }

    @Override
    public String build() throws IOException {
        return application.build();
    }

    @Override
    public Process start(Path log) throws IOException {
        var settings = application.settings(caller);
        settings.putAll(environment.of(service, number));
        return Jvm.start(application.unpacked(), options(), settings, folder, log);
    }

    private List<String> options() throws IOException {
        var cache = application.cache();
        if (caller.containsKey(Stack.IN_TRAINING) && !cache.exists()) {
            return cache.record();
        }
        return Stream.concat(cache.use().stream(), Jvm.additionalOptions(caller).stream()).toList();
    }

    @Override
    public boolean isReady() {
        var request = "GET /health/ready HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
                .formatted(Loopback.ADDRESS, port());
        return Loopback.answers(port(), request.getBytes(StandardCharsets.US_ASCII),
                answer -> new String(answer.readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200"));
    }
}
