package dev.ashlar.localstack.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import dev.ashlar.localstack.home.WorkLock;

/** Brings the jars of modules up to date with their sources. Files in {@code .ashlar/built} tell what each jar was made of. */
public record Build(Maven maven, WorkLock lock) {

    /** Builds those of the modules whose sources, or jar, are not those of the last build. */
    public void update(List<String> modules) throws Exception {
        lock.holding(() -> {
            var stale = new ArrayList<String>();
            var sources = new HashMap<String, String>();
            for (var module : modules) {
                var hash = new Sources(maven.repository(), module).hash();
                if (!state(module, hash).equals(recorded(module))) {
                    stale.add(module);
                    sources.put(module, hash);
                }
            }
            if (!stale.isEmpty()) {
                maven.packageModules(stale);
                for (var module : stale) {
                    record(module, state(module, sources.get(module)));
                }
            }
            return stale;
        });
    }

    /** The hash is from before the build: what was edited during the build is built next time. */
    private String state(String module, String hash) throws IOException {
        var jar = jar(module);
        return Files.exists(jar) ? hash + " " + Fingerprint.of(jar) : "no jar";
    }

    public Path jar(String module) {
        return maven.repository().resolve(module).resolve("target").resolve(module + ".jar");
    }

    private String recorded(String module) {
        try {
            return Files.readString(stamp(module)).strip();
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    private void record(String module, String state) throws IOException {
        Files.createDirectories(stamp(module).getParent());
        Files.writeString(stamp(module), state + "\n");
    }

    private Path stamp(String module) {
        return maven.repository().resolve(".ashlar/built").resolve(module);
    }
}
