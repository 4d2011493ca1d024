package dev.ashlar.localstack.stack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The AOT cache of a service: its classes, loaded and linked by a training run (JEP 483, 514, 515). It fits only the
 * jars beside it and {@link Jvm#OPTIONS}. If it does not fit, the JVM logs a warning and starts without it (ADR 27).
 *
 * @param jar the unpacked jar of the service
 */
public record AotCache(Path jar) {

    public boolean exists() {
        return Files.exists(file());
    }

    /** The JVM options that use the cache. Empty if there is no cache. */
    List<String> use() {
        return exists() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    /** The JVM options of a training run. They add ten seconds to its graceful stop. */
    List<String> record() {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
    }

    /** Creates the cache from the recording of a training run. */
    public void create() throws IOException, InterruptedException {
        var draft = jar.resolveSibling("draft.aot");
        Jvm.run(jar.getParent(),
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + draft, "-cp",
                        jar.toString()));
        Files.move(draft, file(), ATOMIC_MOVE);
        Files.delete(recording());
    }

    private Path file() {
        return jar.resolveSibling("service.aot");
    }

    private Path recording() {
        return jar.resolveSibling("service.aotconf");
    }
}
