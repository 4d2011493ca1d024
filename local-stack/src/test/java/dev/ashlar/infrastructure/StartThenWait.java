package dev.ashlar.infrastructure;

import java.nio.file.Path;
import java.util.Set;

/** A JVM that starts parts and waits for a test to kill it. Prints one pid for each line, then {@code started}. */
final class StartThenWait {

    static final Set<String> PARTS = Set.of("postgres", "redis-sessions", "smtp");

    public static void main(String[] args) throws Exception {
        var infrastructure = EmbeddedInfrastructure.start(Path.of(args[0]), Ports.free(), PARTS);
        PARTS.forEach(part -> System.out.println(infrastructure.process(part).pid()));
        System.out.println("started");
        Thread.currentThread().join();
    }
}
