package dev.ashlar.infrastructure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import dev.ashlar.process.Folders;

/**
 * Unpacks executables from jars, once for each version, into a folder that all installations and tests of a user share.
 */
record Binaries(Path folder) {

    private static final String OS = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    private static final String POSTGRES = "postgres-%s-%s.txz".formatted(OS, ARM ? "arm_64" : "x86_64");
    private static final String REDIS = "redis-server-%s-%s-%s".formatted(
            ARM && OS.equals("linux") ? "6.2.7" : "6.2.6-v5", OS,
            ARM ? "arm64" : "amd64");

    private static final int ANY_EXECUTE = 0111;

    /** Below {@code $XDG_CACHE_HOME}, or {@code ~/.cache}. */
    static Binaries ofThisUser() {
        var configured = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        var caches = configured.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        return new Binaries(caches.resolve("ashlar").toAbsolutePath());
    }

    Path postgres() throws IOException {
        return unpacked(POSTGRES, Binaries::unpackTarXz).resolve("bin");
    }

    Path redisServer() throws IOException {
        return unpacked(REDIS, (packed, target) -> {
            var file = target.resolve("redis-server");
            Files.copy(packed, file);
            file.toFile().setExecutable(true);
        }).resolve("redis-server");
    }

    /** Returns the folder with the unpacked resource. Unpacks it if that has not happened yet. */
    Path unpacked(String resource, Unpacking unpacking) throws IOException {
        var source = Binaries.class.getResource("/" + resource);
        if (source == null) {
            throw new FileNotFoundException(
                    "No %s on the class path: there is no binary for this system and processor".formatted(resource));
        }
        var target = folder.resolve(versionOf(source));
        Folders.fillOnce(target, draft -> {
            try (var packed = source.openStream()) {
                unpacking.unpack(packed, draft);
            }
        });
        return target;
    }

    /** Reads the version from the name of the jar that contains the resource. */
    private static String versionOf(URL source) {
        var jar = source.getPath().replaceFirst("!/.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }

    /** Unpacks in Java, since some machines have no {@code xz}. */
    private static void unpackTarXz(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("The archive reaches outside its folder: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, folder.resolve(entry.getLinkName()));
                } else if (!entry.isDirectory()) {
                    Files.copy(tar, path);
                    path.toFile().setExecutable((entry.getMode() & ANY_EXECUTE) != 0);
                }
            }
        }
    }

    interface Unpacking {
        void unpack(InputStream packed, Path folder) throws IOException;
    }
}
