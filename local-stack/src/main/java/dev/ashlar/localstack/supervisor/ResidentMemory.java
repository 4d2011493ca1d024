package dev.ashlar.localstack.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** How much of a process is in memory, in bytes: the process alone, without its children, pages shared with others included. */
final class ResidentMemory {

    private static final int KIB = 1024;

    private ResidentMemory() {}

    /** @return null if the process ended meanwhile */
    static @Nullable Long of(long pid) {
        try {
            var status = Path.of("/proc", Long.toString(pid), "status");
            var kibibytes = Files.exists(status) ? fromKernel(status) : fromPs(pid);
            return kibibytes.isEmpty() ? null : Long.parseLong(kibibytes) * KIB;
        } catch (IOException gone) {
            return null;
        }
    }

    private static String fromKernel(Path status) throws IOException {
        return Files.readString(status)
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .map(line -> line.replaceAll("[^0-9]", ""))
                .orElse("");
    }

    private static String fromPs(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
