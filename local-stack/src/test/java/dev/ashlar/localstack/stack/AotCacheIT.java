package dev.ashlar.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheIT {

    @TempDir
    private Path folder;
    private AotCache cache;

    /** The application. */
    public static final class Greeting {

        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }

    @BeforeEach
    void packageTheApplication() throws IOException {
        var jar = folder.resolve("greeting.jar");
        write(Files.newOutputStream(jar));
        cache = new AotCache(jar);
    }

    @Test
    void isMissingBeforeTheTraining() {
        assertThat(cache.exists()).isFalse();
        assertThat(cache.use()).isEmpty();
    }

    @Test
    void fitsTheOptionsOfServices() throws Exception {
        run(cache.record());
        cache.create();

        // With "on", a JVM that can't use its cache refuses to start.
        var strict = new ArrayList<>(cache.use());
        strict.add("-XX:AOTMode=on");
        assertThat(run(strict)).isEqualTo("hello\n");
    }

    @Test
    void causesAWarningIfItDoesNotFit() throws Exception {
        run(cache.record());
        cache.create();

        var other = new ArrayList<>(cache.use());
        other.add("-XX:-UseCompactObjectHeaders");
        assertThat(run(other)).contains("[warning]", "hello");
    }

    private String run(List<String> options) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        Files.deleteIfExists(log);
        Jvm.start(folder.resolve("greeting.jar"), options, Map.of(), folder, log).waitFor();
        return Files.readString(log);
    }

    private static void write(OutputStream file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Greeting.class.getName());
        var entry = Greeting.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(file, manifest);
                var bytes = Greeting.class.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
    }
}
