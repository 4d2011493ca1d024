package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.health.HealthDetail;
import dev.ashlar.chassis.observability.Cause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Creates missing topics and starts the listener of each topic that exists: from the start, however long Kafka is away, and for as
 * long as the service runs: a broker may lose its topics or come back empty (ADR 35).
 */
final class TopicsThenListeners implements SmartLifecycle, HealthDetail {

    private static final Logger log = LoggerFactory.getLogger(TopicsThenListeners.class);
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final Topics topics;
    private final Listeners listeners;
    private final ProducerFactory<byte[], byte[]> producers;
    private volatile @Nullable Thread keeper;
    private final Map<String, Uuid> ids = new HashMap<>();
    private volatile Set<String> missing = Set.of();
    private Topics.@Nullable Found known;

    TopicsThenListeners(Topics topics, Listeners listeners, ProducerFactory<byte[], byte[]> producers) {
        this.topics = topics;
        this.listeners = listeners;
        this.producers = producers;
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("topics").unstarted(this::run);
        keeper = thread;
        thread.start();
    }

    private void run() {
        var pause = SHORTEST;
        try (topics) {
            while (keeper == Thread.currentThread()) {
                pause = isComplete() ? LONGEST : longer(pause);
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            log.debug("No topic is looked after any more"); // only stop() interrupts
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private boolean isComplete() throws InterruptedException {
        try {
            var found = topics.ensure();
            follow(found);
            listeners.start(found.ids().keySet());
            tell(found.missing());
            known = found;
            return found.missing().isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            log.atWarn().addKeyValue("cause", Cause.of(cause)).log("Waiting for Kafka and its topics");
        } catch (RuntimeException e) {
            Cause.trace(log.atError(), e).log("The topics could not be looked after"); // the next time they may be
        }
        return false;
    }

    /**
     * After a new topic, a listener may have a position of the old one; events that come again meet their inbox rows. An empty broker
     * may give a producer's id to another producer and then take its events for duplicates; a new producer has a new id.
     */
    private void follow(Topics.Found found) {
        var replaced = found.ids().entrySet().stream()
                .filter(topic -> !topic.getValue().equals(ids.getOrDefault(topic.getKey(), topic.getValue())))
                .map(Map.Entry::getKey).toList();
        ids.putAll(found.ids());
        if (!replaced.isEmpty() || known != null && !known.cluster().equals(found.cluster())) {
            log.atWarn().addKeyValue("topics", replaced).addKeyValue("cluster", found.cluster())
                    .log("Kafka came back with other topics");
            producers.reset();
            replaced.forEach(listeners::readAgain);
        }
    }

    private void tell(Set<String> absent) {
        if (!absent.equals(missing)) {
            missing = absent;
            var line = absent.isEmpty() ? log.atInfo() : log.atWarn();
            line.addKeyValue("missing", new TreeSet<>(absent)).addKeyValue("listening", listeners.running())
                    .log(absent.isEmpty() ? "All topics exist" : "Topics are missing");
        } else if (absent.isEmpty() && known == null) {
            log.atInfo().addKeyValue("topics", listeners.topics()).log("Listening");
        }
    }

    @Override
    public void stop() {
        var running = keeper;
        keeper = null;
        if (running != null) {
            running.interrupt();
            await(running);
            listeners.stop();
        }
    }

    /** It must not start a listener that was stopped. */
    private static void await(Thread running) {
        try {
            running.join(STOP_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    /** Stops before the relay, which still sends what the last events caused. */
    @Override
    public int getPhase() {
        return 1_000;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public Map<String, Object> figures() {
        return Map.of("missing", List.copyOf(new TreeSet<>(missing)));
    }

    @Override
    public boolean degraded() {
        return !missing.isEmpty();
    }
}
