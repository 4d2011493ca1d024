package dev.ashlar.chassis.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Starts listening once Kafka answers and every topic exists, however long that takes: a service starts without Kafka. */
final class TopicsThenListeners implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicsThenListeners.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Topics topics;
    private final Listeners listeners;
    private volatile @Nullable Thread starter;

    TopicsThenListeners(Topics topics, Listeners listeners) {
        this.topics = topics;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        starter = Thread.ofVirtual().name("topics").start(this::run);
    }

    private void run() {
        try {
            while (!listening()) {
                Thread.sleep(PAUSE);
            }
            log.atInfo().addKeyValue("topics", listeners.topics()).log("Listening");
        } catch (InterruptedException _) {
            log.info("Stopped before Kafka was there");
        }
    }

    private boolean listening() throws InterruptedException {
        try {
            if (!topics.ensure()) {
                return false;
            }
            listeners.containers().forEach(ConcurrentMessageListenerContainer::start);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            log.atWarn().addKeyValue("cause", cause.getClass().getSimpleName()).log("Waiting for Kafka and its topics");
            return false;
        }
    }

    @Override
    public void stop() {
        var running = starter;
        starter = null;
        if (running != null) {
            running.interrupt();
            stopListening();
        }
    }

    /** Side by side: each waits for the event that it handles. */
    private void stopListening() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            listeners.containers().forEach(container -> threads.execute(container::stop));
        }
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    /** Stops before the relay, which still sends what the last events caused. */
    @Override
    public int getPhase() {
        return 1_000;
    }
}
