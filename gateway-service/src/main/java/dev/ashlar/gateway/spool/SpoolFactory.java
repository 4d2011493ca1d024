package dev.ashlar.gateway.spool;

import dev.ashlar.gateway.bulkhead.Bulkhead;
import java.nio.file.Path;

/**
 * Limits the memory and the disk space of all spools. The first 8 KiB of a spool need no permit, because the number of connections
 * limits them. So slow or large bodies cannot block small ones. Above 8 KiB, a spool needs a permit for 64 KiB of memory, and above
 * 64 KiB a permit for a file.
 */
public final class SpoolFactory {

    private static final long MAX_IN_FILE = 4 * 1_024 * 1_024L;

    private final Bulkhead memories;
    private final Bulkhead files;
    private final Path folder;

    /**
     * @param memories the number of permits for 64 KiB of memory
     * @param files the number of permits for a file in the folder
     */
    public SpoolFactory(int memories, int files, Path folder) {
        this.memories = new Bulkhead(memories);
        this.files = new Bulkhead(files);
        this.folder = folder;
    }

    /** Creates an empty spool for a body of this client. */
    public Spool open(String client) {
        return new Spool(client, memories, files, folder, MAX_IN_FILE);
    }

    /** Creates an empty spool whose file may have any size, because the caller limits the body. */
    public Spool openUnbounded(String client) {
        return new Spool(client, memories, files, folder, Long.MAX_VALUE);
    }
}
