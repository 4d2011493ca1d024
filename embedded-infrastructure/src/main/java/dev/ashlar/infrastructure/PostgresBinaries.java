package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Path;

/** The folder of PostgreSQL's programs. */
final class PostgresBinaries {

    private static final String RESOURCE = "postgres-%s-%s.txz".formatted(Platform.OS,
            Platform.ARCH.equals("arm64") ? "arm_64" : "x86_64");

    private PostgresBinaries() {}

    static Path in(Binaries binaries) throws IOException {
        return binaries.unpacked(RESOURCE, TarXz::unpack).resolve("bin");
    }
}
