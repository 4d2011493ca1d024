package dev.ashlar.localstack.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.home.WorkLock;
import dev.ashlar.localstack.stack.JarChecksum;
import dev.ashlar.process.AtomicFile;
import dev.ashlar.process.Folders;

/**
 * Builds the command line, unless {@code ASHLAR_BUILD=never}, and copies it to a folder that no build overwrites: a
 * supervisor may run from the copy for days. To build, {@code ashlar} runs this class from source, which needs only a
 * JDK. To copy, it runs the class from the jar.
 */
public final class Bootstrap {

    private static final String MODULE = "local-stack";
    private static final String AOT_CACHE = "ashlar.aot";
    private static final int KEPT = 3;

    private final Path repository;
    private final Path installations;
    /** Files that are edited after this time are newer than the build. */
    private final FileTime begun = FileTime.fromMillis(System.currentTimeMillis());

    private Bootstrap(Path repository) {
        this.repository = repository;
        installations = repository.resolve(".ashlar/cli");
    }

    /** @param arguments the repository, whether standard error is a terminal, and {@code build} to build */
    public static void main(String[] arguments) throws Exception {
        try {
            var repository = Path.of(arguments[0]);
            var bootstrap = new Bootstrap(repository);
            var lock = new WorkLock(repository.resolve(".ashlar/build.lock"), System.err::println);
            if (arguments.length > 2) {
                Home.of(repository, System.getenv()); // refuses an invalid port offset
                var maven = new Maven(repository, repository.resolve(".ashlar/build.log"), System.err,
                        Boolean.parseBoolean(arguments[1]));
                new JarBuild(maven, lock).update(List.of(MODULE));
            }
            lock.holding(bootstrap::install);
        } catch (Misuse misuse) {
            System.err.println(misuse.getMessage());
            System.exit(2);
        } catch (StackFailure failure) {
            System.err.println("ashlar: " + failure.getMessage());
            System.exit(1);
        } catch (IOException broken) {
            System.err.println("ashlar: " + broken);
            System.exit(1);
        }
    }

    private void install() throws IOException, InterruptedException {
        var target = repository.resolve(MODULE).resolve("target");
        var folder = installations.resolve(JarChecksum.of(target.resolve(MODULE + ".jar"))
                .orElseThrow(() -> new StackFailure("%s can't be read".formatted(target.resolve(MODULE + ".jar")))));
        Folders.fillOnce(folder, draft -> copy(target, draft));
        copy(target, folder); // files that a user has deleted
        if (Files.notExists(folder.resolve(AOT_CACHE))) {
            learnStart(folder);
        }
        Files.setLastModifiedTime(folder, begun);
        var link = installations.resolve("next");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, folder.getFileName());
        Files.move(link, installations.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        Folders.deleteDrafts(installations);
        Folders.keepNewest(installations, KEPT);
    }

    /** Copies missing files. The script reads the list of files to detect later deletions. */
    private void copy(Path target, Path folder) throws IOException {
        var files = new ArrayList<String>();
        copy(target.resolve(MODULE + ".jar"), folder, MODULE + ".jar", files);
        copy(repository.resolve(MODULE).resolve("src/main/resources/command-line/jvm.options"), folder, "jvm.options",
                files);
        for (var jar : Folders.children(target.resolve("lib"))) {
            copy(jar, folder, "lib/" + jar.getFileName(), files);
        }
        AtomicFile.write(folder.resolve("files"), (String.join("\n", files) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void copy(Path file, Path folder, String name, List<String> files) throws IOException {
        files.add(name);
        var copy = folder.resolve(name);
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            var draft = copy.resolveSibling(copy.getFileName() + ".draft"); // a partial copy on a full disk must not look complete
            Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Creates an AOT cache, which halves the start of every command (JEP 514). It takes two seconds. Without the cache,
     * commands are only slower.
     */
    private void learnStart(Path folder) throws IOException, InterruptedException {
        var training = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + folder.resolve("jvm.options"), "-XX:AOTCacheOutput=" + folder.resolve(AOT_CACHE),
                "-Dashlar.repository=" + repository, "-cp",
                folder.resolve(MODULE + ".jar") + ":" + folder.resolve("lib/*"),
                "dev.ashlar.localstack.command.Ashlar", "status", "--json").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!training.waitFor(60, TimeUnit.SECONDS)) {
            training.destroyForcibly();
        }
    }
}
