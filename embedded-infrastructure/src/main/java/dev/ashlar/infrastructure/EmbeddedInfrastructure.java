package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Parts for the length of a test run: they start side by side, with nothing in them, and end with this JVM, even if
 * it is killed.
 */
public final class EmbeddedInfrastructure implements AutoCloseable {

    private final Ports ports;
    private final InfrastructureSecrets secrets;
    private final Guard guard;
    private final List<RunningPart> running;
    private boolean closed;

    private EmbeddedInfrastructure(Ports ports, InfrastructureSecrets secrets, Guard guard, List<RunningPart> running) {
        this.ports = ports;
        this.secrets = secrets;
        this.guard = guard;
        this.running = running;
    }

    /** Starts every part and returns when all are ready. */
    public static EmbeddedInfrastructure start(Path home, Ports ports) throws IOException, InterruptedException {
        return start(home, ports, Set.of("postgres", "redis-sessions", "redis-cache", "kafka", "smtp"));
    }

    /**
     * Starts the named parts and returns when all are ready.
     *
     * @param home keeps the data in {@code data} and the logs in {@code logs}
     * @throws PartFailed if one of them did not start; then none is left behind
     */
    public static EmbeddedInfrastructure start(Path home, Ports ports, Set<String> names)
            throws IOException, InterruptedException {
        var secrets = new InfrastructureSecrets(password(), password());
        var parts = Parts.of(home, ports, secrets, Durability.THROWAWAY)
                .stream()
                .filter(part -> names.contains(part.name()))
                .toList();
        var guard = Guard.post();
        var running = new Launch(home.resolve("logs"), guard).all(parts);
        var infrastructure = new EmbeddedInfrastructure(ports, secrets, guard, running);
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::close));
        return infrastructure;
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

    /** The process of a part that was started. */
    public ProcessHandle process(String name) {
        return running.stream()
                .filter(part -> part.part().name().equals(name))
                .findFirst()
                .orElseThrow()
                .process()
                .toHandle();
    }

    /** Comes twice: from the test and, at the end of the JVM, from the shutdown hook. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        running.parallelStream().forEach(RunningPart::stop);
        guard.close();
    }

    private static String password() {
        return UUID.randomUUID().toString();
    }
}
