package dev.ashlar.gateway.spool;

import dev.ashlar.gateway.capacity.Capacity;
import java.nio.file.Path;

/**
 * Bounds what all spools hold together. The first 8 KiB of a spool are always in memory and count nowhere, since connections
 * bound them. So no number of slow or large bodies keeps a small one out. Beyond, a spool needs one of the places for
 * 64 KiB in memory, and then one of the places for a file.
 */
public final class Spools {

    private final Capacity memories;
    private final Capacity files;
    private final Path folder;

    /**
     * @param memories places for 64 KiB
     * @param files places for a file in the folder
     */
    public Spools(int memories, int files, Path folder) {
        this.memories = new Capacity(memories);
        this.files = new Capacity(files);
        this.folder = folder;
    }

    /** An empty one, for bytes from or for the client. */
    public Spool open(String client) {
        return new Spool(client, memories, files, folder);
    }
}
