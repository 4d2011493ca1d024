package dev.ashlar.localstack.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.ashlar.localstack.home.StackFailure;
import dev.ashlar.localstack.home.WorkLock;
import dev.ashlar.process.Folders;

/**
 * Builds the command line, unless told not to, and puts a copy where no build overwrites it: a supervisor may run from it for days.
 * {@code ashlar} runs this class from source, which needs a JDK and nothing else.
 */
public final class Bootstrap {

    private static final String MODULE = "local-stack";
    /** A supervisor may still run from an older one. */
    private static final int KEPT = 3;

    private final Path repository;
    private final Path installations;
    /** What is edited from now on is newer. */
    private final FileTime begun = FileTime.fromMillis(System.currentTimeMillis());

    private Bootstrap(Path repository) {
        this.repository = repository;
        installations = repository.resolve(".ashlar/cli");
    }

    /** @param arguments the repository, {@code build} or {@code copy}, and whether standard error is a screen */
    public static void main(String[] arguments) throws Exception {
        try {
            var repository = Path.of(arguments[0]);
            var bootstrap = new Bootstrap(repository);
            var lock = new WorkLock(repository.resolve(".ashlar/build.lock"), System.err::println);
            if (arguments[1].equals("build")) {
                var maven = new Maven(repository, repository.resolve(".ashlar/build.log"), System.err,
                        Boolean.parseBoolean(arguments[2]));
                new Build(maven, lock).update(List.of(MODULE));
            }
            lock.holding(bootstrap::install);
        } catch (StackFailure failure) {
            System.err.println("ashlar: " + failure.getMessage());
            System.exit(1);
        }
    }

    private Path install() throws IOException, InterruptedException {
        var target = repository.resolve(MODULE).resolve("target");
        var folder = installations.resolve(Fingerprint.of(target.resolve(MODULE + ".jar")));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(installations);
            var draft = Files.createTempDirectory(installations, "draft-");
            Files.copy(target.resolve(MODULE + ".jar"), draft.resolve(MODULE + ".jar"));
            Files.copy(repository.resolve(MODULE).resolve("src/main/resources/command-line/jvm.options"),
                    draft.resolve("jvm.options"));
            Files.createDirectory(draft.resolve("lib"));
            for (var jar : Folders.children(target.resolve("lib"))) {
                Files.copy(jar, draft.resolve("lib").resolve(jar.getFileName()));
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            learnStart(folder);
        }
        Files.setLastModifiedTime(folder, begun);
        var link = Files.createTempDirectory(installations, "draft-").resolve("current");
        Files.createSymbolicLink(link, folder.getFileName());
        Files.move(link, installations.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        forgetOld();
        return folder;
    }

    /** An AOT cache halves the time of every command (JEP 514), in two seconds. Without it, commands are only slower. */
    private void learnStart(Path folder) throws IOException, InterruptedException {
        var training = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + folder.resolve("jvm.options"), "-XX:AOTCacheOutput=" + folder.resolve("ashlar.aot"),
                "-Dashlar.repository=" + repository, "-cp",
                folder.resolve(MODULE + ".jar") + ":" + folder.resolve("lib/*"),
                "dev.ashlar.localstack.Ashlar", "status", "--json").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!training.waitFor(60, TimeUnit.SECONDS)) {
            training.destroyForcibly();
        }
    }

    private void forgetOld() throws IOException {
        var folders = Folders.children(installations)
                .stream()
                .filter(Files::isDirectory)
                .filter(folder -> !Files.isSymbolicLink(folder))
                .toList();
        for (var draft : folders.stream().filter(folder -> folder.getFileName().toString().startsWith("draft-"))
                .toList()) {
            Folders.delete(draft);
        }
        for (var old : folders.stream()
                .filter(folder -> !folder.getFileName().toString().startsWith("draft-"))
                .sorted(Comparator.comparing((Path folder) -> folder.toFile().lastModified()).reversed())
                .skip(KEPT)
                .toList()) {
            Folders.delete(old);
        }
    }
}
