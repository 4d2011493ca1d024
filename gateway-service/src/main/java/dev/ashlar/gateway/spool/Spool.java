package dev.ashlar.gateway.spool;

import dev.ashlar.gateway.capacity.Capacity;
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

/** Bytes that were read ahead. Not thread-safe. */
public final class Spool implements AutoCloseable {

    private static final int SMALL = 8 * 1_024;
    /** One more than a JSON body may have, so that its end is found without a file. */
    private static final int LARGE = 64 * 1_024 + 1;
    private static final int FILE_MAX = 4 * 1_024 * 1_024;
    private static final int BUFFER = 16 * 1_024;

    private static final byte[] EMPTY = {};

    private final String client;
    private final Capacity memories;
    private final Capacity files;
    private final Path folder;
    private byte[] memory = new byte[SMALL];
    private int inMemory;
    private boolean mayUseFile;
    private @Nullable FileChannel file;
    private long inFile;

    Spool(String client, Capacity memories, Capacity files, Path folder) {
        this.client = client;
        this.memories = memories;
        this.files = files;
        this.folder = folder;
    }

    /**
     * Reads on.
     *
     * @return whether the end was reached; if not, there is no room for more, and what was read is kept
     * @throws IOException of the stream alone; a fault of the disk is an {@link UncheckedIOException}
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
        if (memory.length == LARGE || !memories.take(client)) {
            return false;
        }
        memory = Arrays.copyOf(memory, LARGE);
        return true;
    }

    private boolean fillFile(InputStream in) throws IOException {
        if (!mayUseFile && !files.take(client)) {
            return false;
        }
        mayUseFile = true;
        var buffer = new byte[BUFFER];
        while (inFile < FILE_MAX) {
            var count = in.read(buffer);
            if (count < 0) {
                return true;
            }
            append(ByteBuffer.wrap(buffer, 0, count));
        }
        return false;
    }

    /** The file loses its name as soon as it is open: it ends with the process at the latest. */
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

    /** May be called again: nothing is used up. */
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
            memories.giveBack(client);
        }
        memory = EMPTY;
        inMemory = 0;
        try (var _ = file) {
            file = null;
        } catch (IOException e) {
            throw new UncheckedIOException("A spooled body could not be deleted", e);
        } finally {
            if (mayUseFile) {
                files.giveBack(client);
            }
            mayUseFile = false;
        }
    }
}
