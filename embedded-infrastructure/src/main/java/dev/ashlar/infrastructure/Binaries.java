package dev.ashlar.infrastructure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Executables out of jars, unpacked once for each version into a folder that all installations and tests of a user
 * share.
 */
record Binaries(Path folder) {

    /** Below {@code $XDG_CACHE_HOME}, or {@code ~/.cache}. */
    static Binaries ofThisUser() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var caches = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return new Binaries(caches.resolve("ashlar"));
    }

    /** The folder that {@code unpacking} has filled from {@code resource}, now or at some earlier time. */
    Path unpacked(String resource, Unpacking unpacking) throws IOException {
        var source = Binaries.class.getResource("/" + resource);
        if (source == null) {
            throw new FileNotFoundException(
                    "No %s on the class path: is there a binary for %s %s?".formatted(resource, Platform.OS,
                            Platform.ARCH));
        }
        var target = folder.resolve(versionOf(source));
        if (!Files.isDirectory(target)) {
            unpack(source, unpacking, target);
        }
        return target;
    }

    /** Several JVMs may do this at the same time: each fills a folder of its own, and the first to rename it wins. */
    private void unpack(URL source, Unpacking unpacking, Path target) throws IOException {
        Files.createDirectories(folder);
        var draft = Files.createTempDirectory(folder, "unpacking-");
        try (var packed = source.openStream()) {
            unpacking.unpack(packed, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            Folders.delete(draft);
        }
    }

    /** The name of the jar that holds the resource has the version in it. */
    private static String versionOf(URL source) {
        var jar = source.getPath().replaceFirst("!/.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }

    @FunctionalInterface
    interface Unpacking {

        void unpack(InputStream packed, Path folder) throws IOException;
    }
}
