package dev.ashlar.localstack.stack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the JVM learnt about a service in a training run: its classes, loaded and linked (JEP 483, 514, 515). It fits the jars
 * beside it and {@link Jvm#OPTIONS} only; the JVM does without one that does not fit, and says so in the log. See ADR 27.
 *
 * @param jar the unpacked jar of the service
 */
public record AotCache(Path jar) {

    public boolean exists() {
        return Files.exists(file());
    }

    /** Options to start with the cache, if there is one. */
    List<String> use() {
        return exists() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    /** Options of a training run, to whose gentle end they add ten seconds. */
    List<String> record() {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
    }

    /** Makes the cache from the recording of a training run. */
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
