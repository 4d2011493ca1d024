package dev.ashlar.localstack.stack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import dev.ashlar.process.StackFailure;
import dev.ashlar.process.Folders;

/**
 * The jar of a service, unpacked into a copy. A build may overwrite the jar while the service runs, and classes load
 * faster from plain jars than from nested ones. All instances share the copy and its AOT cache.
 */
final class Application {

    private static final int COPIES_KEPT = 3;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
    /** Documented variables that no configuration file names. */
    private static final Set<String> OTHER_VARIABLES = Set.of("LOGGING_STRUCTURED_FORMAT_CONSOLE",
            "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT");
    /** The stack sets addresses and passwords. Such variables in the shell belong to other projects. */
    private static final Pattern OF_THE_STACK = Pattern
            .compile("SPRING_.*|(SERVER|MANAGEMENT_SERVER)_(PORT|ADDRESS)|REDIS_.*|SMTP_.*|S3_.*"
                    + "|DATABASE_(?!POOL_SIZE).*|KAFKA_(?!PARTITIONS|CONCURRENCY).*|.*_SERVICE_URL|UPSTREAMS_FILE|SIGNING_KEY_SECRET"
                    + "|(DEMO|ADMIN)_.*");

    private final Path jar;
    /** Holds the copies of the latest builds and of running builds. */
    private final Path folder;
    private volatile Optional<String> unpackedBuild = Optional.empty();

    Application(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Returns the build that was unpacked last, or else the newest one. A build may replace the jar at any time. */
    String build() throws IOException {
        return unpackedBuild.isPresent() ? unpackedBuild.get() : newest();
    }

    /** If there is no complete jar, for example after {@code mvn clean}, uses the newest unpacked copy. */
    private String newest() throws IOException {
        var built = JarChecksum.of(jar);
        if (built.isPresent()) {
            return built.get();
        }
        return Folders.newest(folder).stream()
                .findFirst()
                .map(copy -> copy.getFileName().toString())
                .orElseThrow(() -> new StackFailure("%s was never built; ./ashlar up does it".formatted(jar)));
    }

    void unpack() throws IOException, InterruptedException {
        var build = newest();
        unpackedBuild = Optional.of(build);
        Folders.<InterruptedException>fillOnce(folder.resolve(build), draft -> Jvm.run(folder, List.of(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", draft.toString())));
        Folders.keepNewest(folder, COPIES_KEPT);
    }

    /** Returns the jar to start, with its libraries beside it. */
    Path unpacked() throws IOException {
        return folder.resolve(build()).resolve(jar.getFileName());
    }

    AotCache cache() throws IOException {
        return new AotCache(unpacked());
    }

    /** Keeps only the variables that the configuration files of the service name. */
    Map<String, String> settings(Map<String, String> variables) throws IOException {
        var settings = new TreeMap<>(variables);
        settings.keySet().retainAll(settable());
        return settings;
    }

    private Set<String> settable() throws IOException {
        var names = new HashSet<String>();
        String version;
        try (var service = new JarFile(unpacked().toFile())) {
            version = service.getManifest().getMainAttributes().getValue("Implementation-Version");
            collect(service, names);
        }
        for (var library : Folders.children(unpacked().resolveSibling("lib"))) {
            if (library.toString().endsWith("-" + version + ".jar")) {
                try (var module = new JarFile(library.toFile())) {
                    collect(module, names);
                }
            }
        }
        names.removeIf(OF_THE_STACK.asMatchPredicate());
        names.addAll(OTHER_VARIABLES);
        return names;
    }

    private static void collect(JarFile jar, Set<String> names) throws IOException {
        for (var entry : jar.stream().filter(one -> one.getName().matches("[^/]+\\.(yml|yaml|properties)")).toList()) {
            try (var content = jar.getInputStream(entry)) {
                VARIABLE.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(variable -> names.add(variable.group(1)));
            }
        }
    }
}
