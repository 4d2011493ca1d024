package dev.ashlar.order.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One client's stream of the changes of an order. The client's thread writes. Other threads only add changes, of which an order has three at
 * most, so a slow client costs no memory.
 */
public final class StatusStream {

    private final UUID order;
    private final UUID session;
    private final Semaphore wakeUps = new Semaphore(0);
    private final List<StatusChange> waiting = new ArrayList<>(2);
    /** Of the last change that was added. Until the start, no change is newer. */
    private long version = Long.MAX_VALUE;
    private boolean finished;
    private volatile boolean closed;

    StatusStream(UUID order, UUID session) {
        this.order = order;
        this.session = session;
    }

    /** Writes to the client. */
    public interface Client {

        void change(StatusChange change) throws IOException;

        /** Keeps the connection open. */
        void heartbeat() throws IOException;
    }

    UUID order() {
        return order;
    }

    UUID session() {
        return session;
    }

    synchronized long version() {
        return version;
    }

    /**
     * @param known the last version that the client has
     * @param changes since then
     * @param isFinal whether the status can't change any more
     */
    synchronized void start(long known, List<StatusChange> changes, boolean isFinal) {
        version = known;
        finished = isFinal;
        add(changes);
    }

    /** Adds changes that are newer than the last one. */
    synchronized void add(List<StatusChange> changes) {
        for (var change : changes) {
            if (change.version() > version) {
                waiting.add(change);
                version = change.version();
            }
        }
        wakeUps.release();
    }

    /** True if the client knows the final status already, so nothing will follow. */
    public synchronized boolean isFinished() {
        return finished && waiting.isEmpty();
    }

    /** Ends the stream soon, from any thread. */
    void close() {
        closed = true;
        wakeUps.release();
    }

    /** Returns after the final change, or when the stream is closed. */
    void serve(Client client, Duration heartbeat) throws IOException, InterruptedException {
        while (!closed) {
            for (var change : take()) {
                client.change(change);
                if (change.isFinal()) {
                    return;
                }
            }
            if (!wakeUps.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
                client.heartbeat();
            }
        }
    }

    private synchronized List<StatusChange> take() {
        wakeUps.drainPermits();
        var changes = List.copyOf(waiting);
        waiting.clear();
        return changes;
    }
}
