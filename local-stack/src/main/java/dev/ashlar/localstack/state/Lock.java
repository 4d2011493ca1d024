package dev.ashlar.localstack.state;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps threads and commands apart; its holder may take it again. The kernel frees it when its holder dies, however that happens. */
public record Lock(Path path) {

    // A file lock belongs to the whole JVM, and asking for it twice is an error: threads queue up here first.
    private static final ConcurrentHashMap<Path, ReentrantLock> OF_THREADS = new ConcurrentHashMap<>();

    public interface Action<T> {

        T run() throws IOException;
    }

    public <T> T holding(Action<T> action) throws IOException {
        var ofThreads = OF_THREADS.computeIfAbsent(path, _ -> new ReentrantLock());
        ofThreads.lock();
        try {
            return ofThreads.getHoldCount() > 1 ? action.run() : holdingFile(action);
        } finally {
            ofThreads.unlock();
        }
    }

    private <T> T holdingFile(Action<T> action) throws IOException {
        Files.createDirectories(path.getParent());
        try (var channel = FileChannel.open(path, CREATE, WRITE)) {
            channel.lock();
            return action.run();
        }
    }
}
