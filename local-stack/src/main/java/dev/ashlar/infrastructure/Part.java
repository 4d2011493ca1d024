package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.ashlar.process.Signal;

/**
 * A server that runs as a process of its own: a store, the broker, the mail catcher, or an instance of a service.
 * <p>
 * The order of calls is {@link #prepare}, {@link #start}, {@link #isReady} until true, {@link #provision}. Every call may
 * be repeated.
 */
public interface Part {

    /** {@code postgres}, {@code redis-sessions}, {@code order-service}, … */
    String name();

    /** The port that clients connect to, on 127.0.0.1. */
    int port();

    default List<Integer> ports() {
        return List.of(port());
    }

    /** The names of what is worth waiting for before the start. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Those of them without which it can't become ready. */
    default Set<String> requires() {
        return Set.of();
    }

    /** Unpacks binaries, writes configuration, and lays out an empty data folder if there is none. Keeps data. */
    void prepare() throws IOException, InterruptedException;

    /**
     * Starts the server and returns at once. The process is the server itself, with no shell or wrapper in between.
     *
     * @param log receives the output; appended to
     */
    Process start(Path log) throws IOException;

    /** Names what {@link #start} runs, after {@link #prepare}. Empty for infrastructure. */
    default String build() throws IOException {
        return "";
    }

    /** Whether the server answers over its own protocol. Takes some seconds if the server hangs. */
    boolean isReady();

    /** Creates what clients expect to find, once the server is ready. Nothing for most parts. */
    default void provision() throws IOException, InterruptedException {}

    default Signal stopSignal() {
        return Signal.TERM;
    }
}
