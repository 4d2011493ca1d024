package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Identifies a build of a jar by the names and checksums in its directory, within milliseconds. The file time does not
 * help: reproducible builds set it to a constant.
 */
public final class JarChecksum {

    private JarChecksum() {}

    /** Empty if the jar is missing or incomplete. A killed build may leave an incomplete jar. */
    public static Optional<String> of(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var sum = new CRC32C();
            zip.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .map(entry -> "%s %d %d\n".formatted(entry.getName(), entry.getSize(), entry.getCrc()))
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            return Optional.of(HexFormat.of().toHexDigits(sum.getValue(), 8));
        } catch (IOException missingOrBroken) {
            return Optional.empty();
        }
    }
}
