package dev.ashlar.gateway.spool;

import dev.ashlar.gateway.bulkhead.Bulkhead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A buffered body. Not thread-safe. */
public final class Spool implements AutoCloseable {

    private static final int SMALL = 8 * 1_024;
    /** One byte above the limit of a JSON body, so that reading its end needs no file. */
    private static final int LARGE = 64 * 1_024 + 1;
    private static final int BUFFER = 16 * 1_024;

    private static final byte[] EMPTY = {};

    private final String client;
    private final Bulkhead memories;
    private final Bulkhead files;
    private final Path folder;
    private final long maxInFile;
    private byte[] memory = new byte[SMALL];
    private int inMemory;
    private boolean mayUseFile;
    private @Nullable FileChannel file;
    private long inFile;

    Spool(String client, Bulkhead memories, Bulkhead files, Path folder, long maxInFile) {
        this.client = client;
        this.memories = memories;
        this.files = files;
        this.folder = folder;
        this.maxInFile = maxInFile;
    }

    /**
     * Reads until the end of the stream or until the spool is full. Keeps the bytes of earlier calls.
     *
     * @return false if the spool is full and the stream may have more bytes
     * @throws IOException if the stream fails. A disk failure is an {@link UncheckedIOException}
     */
    public boolean fill(InputStream in) throws IOException {
        while (inMemory < memory.length || grow()) {
            var count = in.read(memory, inMemory, memory.length - inMemory);
            if (count < 0) {
                return true;
            }
            inMemory += count;
        }
        return fillFile(in);
    }

    private boolean grow() {
        if (memory.length == LARGE || !memories.tryAcquire(client)) {
            return false;
        }
        memory = Arrays.copyOf(memory, LARGE);
        return true;
    }

    private boolean fillFile(InputStream in) throws IOException {
        if (!mayUseFile && !files.tryAcquire(client)) {
            return false;
        }
        mayUseFile = true;
        var buffer = new byte[BUFFER];
        while (inFile < maxInFile) {
            var count = in.read(buffer);
            if (count < 0) {
                return true;
            }
            append(ByteBuffer.wrap(buffer, 0, count));
        }
        return false;
    }

    /** The file is unlinked as soon as it is open, so it disappears with the process at the latest. */
    private void append(ByteBuffer bytes) {
        try {
            if (file == null) {
                file = FileChannel.open(folder.resolve("spool-" + UUID.randomUUID()), StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            while (bytes.hasRemaining()) {
                inFile += file.write(bytes, inFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A body could not be spooled", e);
        }
    }

    public long size() {
        return inMemory + inFile;
    }

    /** Can be called more than once. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(memory, 0, inMemory);
        var buffer = ByteBuffer.allocate(BUFFER);
        for (var position = 0L; file != null && position < inFile;) {
            position += file.read(buffer.clear(), position);
            out.write(buffer.array(), 0, buffer.position());
        }
    }

    @Override
    public void close() {
        if (memory.length == LARGE) {
            memories.release(client);
        }
        memory = EMPTY;
        inMemory = 0;
        try (var _ = file) {
            file = null;
        } catch (IOException e) {
            throw new UncheckedIOException("A spooled body could not be closed", e);
        } finally {
            if (mayUseFile) {
                files.release(client);
            }
            mayUseFile = false;
        }
    }
}
