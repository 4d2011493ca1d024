package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import dev.ashlar.process.LogTail;
import dev.ashlar.process.Loopback;
import dev.ashlar.process.StackFailure;

/** Parts for a test run. They start concurrently without data, and end with this JVM, even if it is killed. */
public final class EmbeddedInfrastructure implements AutoCloseable {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Path logs;
    private final Ports ports;
    private final InfrastructureSecrets secrets = new InfrastructureSecrets(password(), password());
    private final Map<Part, Process> running = new ConcurrentHashMap<>();

    private EmbeddedInfrastructure(Path home, Ports ports) {
        logs = home.resolve("logs").toAbsolutePath();
        this.ports = ports;
    }

    public static EmbeddedInfrastructure start(Path home, Ports ports) throws IOException, InterruptedException {
        return start(home, ports, Ports.NAMES);
    }

    /**
     * Starts the named parts and returns when all are ready.
     *
     * @param home keeps the data in {@code data} and the logs in {@code logs}
     * @throws StackFailure if a part did not start; all others are then stopped
     */
    public static EmbeddedInfrastructure start(Path home, Ports ports, Set<String> names)
            throws IOException, InterruptedException {
        var infrastructure = new EmbeddedInfrastructure(home, ports);
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::close));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = Parts.of(home, ports, infrastructure.secrets, false)
                    .stream()
                    .filter(part -> names.contains(part.name()))
                    .map(part -> threads.submit(() -> infrastructure.start(part)))
                    .toList();
            for (var start : starts) {
                start.get();
            }
            return infrastructure;
        } catch (ExecutionException e) {
            infrastructure.close();
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException failed -> throw failed;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Part start(Part part) throws IOException, InterruptedException {
        for (var port : part.ports()) {
            if (!Loopback.isFree(port)) {
                throw new StackFailure("%s needs port %d, and another process listens on it"
                        .formatted(part.name(), port));
            }
        }
        part.prepare();
        var log = logs.resolve(part.name() + ".log");
        var process = part.start(log);
        running.put(part, process);
        awaitReady(part, process, log);
        part.provision();
        return part;
    }

    /** @throws StackFailure if the part fails; the message contains the last lines of its log */
    static void awaitReady(Part part, Process process, Path log) throws InterruptedException {
        try {
            Readiness.await(part, process, () -> {});
        } catch (StackFailure failed) {
            throw new StackFailure("%s failed: %s%n%s".formatted(part.name(), failed.getMessage(),
                    new LogTail(log).forPeople()), failed);
        }
    }

    public Ports ports() {
        return ports;
    }

    public InfrastructureSecrets secrets() {
        return secrets;
    }

    public AshlarDatabase database() {
        return new AshlarDatabase(Loopback.ADDRESS, ports.postgres(), secrets);
    }

    public ProcessHandle process(String name) {
        return running.entrySet()
                .stream()
                .filter(started -> started.getKey().name().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .toHandle();
    }

    /** Called twice: by the test, and by the shutdown hook at the end of the JVM. */
    @Override
    public synchronized void close() {
        running.entrySet().parallelStream().forEach(
                started -> started.getKey().stopSignal().stop(started.getValue().toHandle(), STOP_TIMEOUT));
        running.clear();
    }

    private static String password() {
        return UUID.randomUUID().toString();
    }
}
