package dev.ashlar.localstack.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.process.LogTail;

/** Reads a log line by line, since a log may be larger than the heap. Can continue later with new lines. */
final class LogCursor {

    private final InstanceName name;
    private final Path file;
    private long position;
    private String at = "";
    private String line = "";
    private InputStream in = InputStream.nullInputStream();

    LogCursor(InstanceName name, Path file) {
        this.name = name;
        this.file = file;
    }

    InstanceName name() {
        return name;
    }

    /** The time of this line, or of the last line before it that has one. */
    String at() {
        return at;
    }

    String line() {
        return line;
    }

    void skipToTheLast(int lines) throws IOException {
        position = Files.exists(file) ? new LogTail(file).start(lines) : 0;
    }

    /** @return true if there is a line; then call {@link #advance} until it returns false */
    boolean open() throws IOException {
        if (!Files.exists(file)) {
            position = 0;
            return false;
        }
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        if (channel.size() < position) {
            position = 0; // reset has deleted the log, and the process has begun a new one
        }
        in = new BufferedInputStream(Channels.newInputStream(channel.position(position)));
        return advance();
    }

    /** @return true if there is another line. A line without its line end does not count yet. */
    boolean advance() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next != -1; next = in.read()) {
            if (next == '\n') {
                position += bytes.size() + 1;
                line = bytes.toString(StandardCharsets.UTF_8);
                at = LogTime.of(line).orElse(at);
                return true;
            }
            bytes.write(next);
        }
        in.close();
        return false;
    }
}
