package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code redis-server} as the embedded-redis artifact brings it. */
final class RedisBinary {

    private static final String VERSION = Platform.OS.equals("linux") && Platform.ARCH.equals("arm64")
            ? "6.2.7"
            : "6.2.6-v5";
    private static final String RESOURCE = "redis-server-%s-%s-%s".formatted(VERSION, Platform.OS, Platform.ARCH);
    private static final String FILE = "redis-server";

    private RedisBinary() {}

    static Path in(Binaries binaries) throws IOException {
        return binaries.unpacked(RESOURCE, (packed, folder) -> {
            var file = folder.resolve(FILE);
            Files.copy(packed, file);
            file.toFile().setExecutable(true);
        }).resolve(FILE);
    }
}
