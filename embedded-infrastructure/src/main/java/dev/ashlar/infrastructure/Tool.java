package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program that prepares a data folder, to its end. */
final class Tool {

    private Tool() {}

    /** @throws PartFailed with all that the program printed, if it fails */
    static void run(String part, Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var output = process.getInputStream()) {
            process.getOutputStream().close();
            var printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new PartFailed(part, "could not be prepared: %s ended with exit code %d%n%s"
                        .formatted(command.getFirst(), exit, printed));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PartFailed(part, "was interrupted while it was being prepared", e);
        }
    }
}
