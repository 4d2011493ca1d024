package dev.ashlar.localstack.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Admits one changing command at a time. The kernel releases the lock when its holder dies. Needs only the JDK, because
 * {@code Bootstrap} runs from source.
 */
public record WorkLock(Path path, Consumer<String> tell) {

    private static final int PAUSE_MILLIS = 100;

    public interface Action {
        void run() throws Exception;
    }

    /**
     * Waits for another command and prints a message. Works without a lock in a read-only folder, so that down and kill
     * work there.
     */
    public void holding(Action action) throws Exception {
        FileChannel channel;
        try {
            Files.createDirectories(path.getParent());
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            tell.accept("%s can't be opened, going on without it: %s".formatted(path, unwritable));
            action.run();
            return;
        }
        try (channel) {
            var told = false;
            while (channel.tryLock() == null) {
                if (!told) {
                    tell.accept("another ./ashlar is at work (pid %s), waiting".formatted(holder(channel)));
                    told = true;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            name(channel);
            action.run();
        }
    }

    private static void name(FileChannel channel) {
        try {
            channel.write(ByteBuffer
                    .wrap("%-10d\n".formatted(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException fullDisk) {
            // The lock still holds; only the name of its holder is missing.
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var content = ByteBuffer.allocate(10);
        channel.read(content, 0);
        var pid = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "unknown" : pid;
    }
}
