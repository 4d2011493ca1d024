package dev.ashlar.localstack.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.home.WorkLock;
import dev.ashlar.localstack.stack.JarChecksum;
import dev.ashlar.process.AtomicFile;

/**
 * Updates the jars of modules when their sources have changed. Files in {@code .ashlar/built} record the sources of each
 * jar.
 */
public record JarBuild(Maven maven, WorkLock lock) {

    /** Builds the modules whose sources or jar differ from those of the last build. */
    public void update(List<String> modules) throws Exception {
        lock.holding(() -> {
            var stale = new ArrayList<String>();
            var sources = new HashMap<String, String>();
            for (var module : modules) {
                var hash = new Sources(maven.repository(), module).hash();
                var state = state(module, hash);
                if (state.isEmpty() || !state.equals(recorded(module))) {
                    stale.add(module);
                    sources.put(module, hash);
                }
            }
            if (!stale.isEmpty()) {
                maven.packageModules(stale);
                for (var module : stale) {
                    record(module, state(module, sources.get(module)).orElseThrow(() -> new StackFailure(
                            "Maven has built %s, but %s can't be read".formatted(module, jar(module)))));
                }
            }
        });
    }

    /**
     * Takes the hash from before the build, so that the next build includes files that were edited meanwhile.
     *
     * @return empty if the jar is missing or broken
     */
    private Optional<String> state(String module, String hash) {
        return JarChecksum.of(jar(module)).map(fingerprint -> hash + " " + fingerprint);
    }

    public Path jar(String module) {
        return maven.repository().resolve(module).resolve("target").resolve(module + ".jar");
    }

    private Optional<String> recorded(String module) {
        try {
            return Optional.of(Files.readString(stamp(module)).strip());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private void record(String module, String state) throws IOException {
        AtomicFile.write(stamp(module), (state + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Path stamp(String module) {
        return maven.repository().resolve(".ashlar/built").resolve(module);
    }
}
