package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One real store, broker or mail catcher, run as a process of its own that outlives the JVM which started it.
 * <p>
 * The order of calls is {@link #prepare}, {@link #start}, {@link #isReady} until true (or {@link Startup#await}),
 * {@link #provision}. Every call may be repeated.
 */
public interface Part {

    /** {@code postgres}, {@code redis-sessions}, {@code redis-cache}, {@code kafka} or {@code smtp}. */
    String name();

    /** The port that clients connect to, on 127.0.0.1. */
    int port();

    /** Every port that has to be free before the start. */
    default List<Integer> ports() {
        return List.of(port());
    }

    /**
     * Unpacks binaries, writes configuration, and lays out an empty data folder if there is none. Keeps data.
     *
     * @throws PortTaken if another process listens on one of the ports
     * @throws PartFailed if the data folder could not be laid out
     */
    void prepare() throws IOException;

    /**
     * Starts the server and returns at once. The process is the server itself, with no shell or wrapper in between.
     *
     * @param log receives the output; appended to
     * @throws PortTaken if another process listens on one of the ports
     */
    Process start(Path log) throws IOException;

    /** Whether the server answers over its own protocol: one try of less than a second. */
    boolean isReady();

    /** Creates what clients expect to find, once the server is ready. Nothing for most parts. */
    default void provision() throws IOException {}

    /** The signal, without {@code SIG}, that asks the server to stop cleanly. */
    default String stopSignal() {
        return "TERM";
    }
}
