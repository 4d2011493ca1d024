package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.ashlar.localstack.state.InstanceName;

/** One process of the stack: where it listens, how it starts, how to ask whether it works. */
public interface Member {

    InstanceName name();

    /** The port that clients connect to. */
    int port();

    /** Every port that has to be free before the start. */
    List<Integer> ports();

    /** Whether services stand on it: it ends after them. */
    boolean isInfrastructure();

    /** The names of what has to be ready before the start. */
    Set<String> needs();

    /** What has to exist before the start: unpacked binaries, folders, configuration. */
    void prepare() throws IOException;

    /** Starts the process, detached from this one and its terminal, and returns at once. */
    Process start(Path log) throws IOException;

    /** One try of at most two seconds. */
    boolean isReady();

    /** What has to be done once it is ready and before others use it. */
    void provision() throws IOException;

    /** The signal, without {@code SIG}, that asks it to stop cleanly. */
    String stopSignal();
}
