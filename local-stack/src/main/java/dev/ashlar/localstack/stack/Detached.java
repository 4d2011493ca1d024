package dev.ashlar.localstack.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lets a process outlive its terminal: neither Ctrl-C nor a closed window reaches it. The pid stays that of the process itself. */
final class Detached {

    /** Where there is no setsid, as on macOS: ignored signals stay ignored across exec. */
    private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private Detached() {}

    static List<String> command(List<String> command) {
        var prefix = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> List.of(setsid.toString()))
                .orElse(DEAF);
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }
}
