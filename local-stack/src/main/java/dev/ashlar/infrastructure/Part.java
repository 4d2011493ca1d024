package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.ashlar.process.Signal;

/**
 * A server that runs as its own process: a store, the broker, the mail catcher, or an instance of a service.
 * <p> Call {@link #prepare}, {@link #start}, {@link #isReady} until true, and {@link #provision}, in this sequence.
 * Every call may be repeated.
 */
public interface Part {

    /** {@code postgres}, {@code redis-sessions}, {@code order-service}, … */
    String name();

    /** The port for clients, on 127.0.0.1. */
    int port();

    default List<Integer> ports() {
        return List.of(port());
    }

    /** The names of the parts that should be ready before the start. */
    default Set<String> needs() {
        return Set.of();
    }

    /** The names of those parts without which this part can't become ready. */
    default Set<String> requires() {
        return Set.of();
    }

    /** Unpacks binaries, writes configuration, and creates an empty data folder if there is none. Keeps data. */
    void prepare() throws IOException, InterruptedException;

    /**
     * Starts the server and returns at once. The process is the server itself, without a shell or wrapper.
     *
     * @param log receives the output; appended to
     */
    Process start(Path log) throws IOException;

    /** Identifies the build that {@link #start} runs, after {@link #prepare}. Empty for infrastructure. */
    default String build() throws IOException {
        return "";
    }

    /** True if the server responds in its own protocol. Takes some seconds if the server hangs. */
    boolean isReady();

    /** Creates objects that clients expect, when the server is ready. Most parts need none. */
    default void provision() throws IOException, InterruptedException {}

    default Signal stopSignal() {
        return Signal.TERM;
    }
}
