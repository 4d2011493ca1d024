package dev.ashlar.localstack.logs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies a log as it grows. */
final class LogReader {

    private static final int PAUSE_MILLIS = 200;

    private final Path log;
    private final PrintStream out;
    private long position;

    LogReader(Path log, PrintStream out) {
        this.log = log;
        this.out = out;
    }

    /** Until Ctrl-C, or until the reader of the output has gone. */
    void follow() throws IOException, InterruptedException {
        while (!out.checkError()) {
            copyNew();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    void copyNew() throws IOException {
        if (!Files.exists(log)) {
            position = 0;
            return;
        }
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            if (channel.size() < position) {
                // It was forgotten by a reset, and another one begun.
                position = 0;
            }
            channel.position(position);
            Channels.newInputStream(channel).transferTo(out);
            position = channel.position();
        }
        out.flush();
    }
}
