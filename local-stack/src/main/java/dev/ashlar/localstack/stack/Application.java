package dev.ashlar.localstack.stack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import dev.ashlar.localstack.state.Folder;
import dev.ashlar.localstack.state.Lock;
import dev.ashlar.localstack.state.StackFailure;

/**
 * A service's jar, run from an unpacked copy: a build may overwrite the jar while the service runs, and classes load
 * faster from plain jars than from jars within a jar. All instances share the copy, and the AOT cache in it.
 *
 * @param folder keeps a copy for each of the last builds
 */
record Application(Path jar, Path folder) {

    /** The build before the last one may still be running. */
    private static final int COPIES_KEPT = 2;

    void unpack() throws IOException {
        if (!Files.exists(jar)) {
            throw new StackFailure("%s does not exist: mvn package builds it".formatted(jar));
        }
        new Lock(folder.resolve("lock")).holding(() -> Files.exists(copy()) ? copy() : makeCopy());
    }

    /** The jar to start, with the jars that it needs beside it. */
    Path unpacked() throws IOException {
        return copy().resolve(jar.getFileName());
    }

    AotCache cache() throws IOException {
        return new AotCache(unpacked());
    }

    private Path copy() throws IOException {
        return folder.resolve(Fingerprint.of(jar));
    }

    private Path makeCopy() throws IOException {
        var draft = folder.resolve("draft");
        new Folder(draft).delete();
        extractTo(draft);
        forgetOldCopies();
        return Files.move(draft, copy(), ATOMIC_MOVE);
    }

    private void forgetOldCopies() {
        new Folder(folder).children()
                .stream()
                .filter(copy -> Files.isDirectory(copy) && !copy.endsWith("draft"))
                .sorted(Comparator.comparing((Path copy) -> copy.toFile().lastModified()).reversed())
                .skip(COPIES_KEPT - 1)
                .forEach(copy -> new Folder(copy).delete());
    }

    private void extractTo(Path target) throws IOException {
        try {
            Jvm.run(List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", target.toString()));
        } catch (StackFailure failure) {
            throw new StackFailure("%s cannot be unpacked: %s".formatted(jar, failure.getMessage()), failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking " + jar, e);
        }
    }
}
