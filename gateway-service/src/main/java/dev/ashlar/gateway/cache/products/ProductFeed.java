package dev.ashlar.gateway.cache.products;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.gateway.cache.EdgeCache;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the topic {@code products} from its end, without a consumer group, because each gateway must purge its own cache. While the
 * gateway can't read the topic, the cache stores no responses about products.
 */
final class ProductFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProductFeed.class);
    private static final String TOPIC = "products";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final long CHECK_NANOS = Duration.ofMillis(500).toNanos();
    /** With the timeout of a check, the responses are gone 5 s after the last successful check. */
    private static final long LOST_NANOS = Duration.ofSeconds(3).toNanos();

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final EdgeCache cache;
    private final LongSupplier nanos;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile boolean upToDate;
    private boolean reported;

    ProductFeed(Supplier<Consumer<String, byte[]>> consumers, EdgeCache cache, LongSupplier nanos) {
        this.consumers = consumers;
        this.cache = cache;
        this.nanos = nanos;
    }

    private void run() {
        while (isRunning()) {
            try (var consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException _) {
                return;
            } catch (KafkaException e) {
                current = null;
                lost(e);
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> consumer.position(partition, TIMEOUT));
        var confirmed = nanos.getAsLong();
        var checked = confirmed - CHECK_NANOS;
        while (isRunning()) {
            for (var event : consumer.poll(POLL)) {
                if (event.key() != null) {
                    cache.purgeSurrogateKey("product-" + event.key());
                    cache.purgeSurrogateKey("catalogue");
                }
            }
            var now = nanos.getAsLong();
            if (now - checked >= CHECK_NANOS) {
                checked = now;
                if (isAtEnd(consumer, partitions)) {
                    confirmed = now;
                    found();
                }
            }
            if (nanos.getAsLong() - confirmed > LOST_NANOS) {
                lost(new org.apache.kafka.common.errors.TimeoutException("The topic products can't be read"));
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(TOPIC, TIMEOUT);
        if (partitions == null || partitions.isEmpty()) {
            throw new KafkaException("The topic products does not exist yet");
        }
        return partitions.stream().map(one -> new TopicPartition(TOPIC, one.partition())).toList();
    }

    /** False if the brokers do not respond. */
    private static boolean isAtEnd(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        try {
            var ends = consumer.endOffsets(partitions, TIMEOUT);
            if (consumer.partitionsFor(TOPIC, TIMEOUT).size() != partitions.size()) {
                throw new KafkaException("The topic products has new partitions");
            }
            return partitions.stream().allMatch(one -> consumer.position(one, TIMEOUT) >= ends.get(one));
        } catch (org.apache.kafka.common.errors.TimeoutException _) {
            return false;
        }
    }

    private void found() {
        if (!upToDate) {
            upToDate = true;
            reported = false;
            cache.setStoresProducts(true);
            log.atInfo().log("The changes of products arrive: the edge cache stores responses about products");
        }
    }

    private void lost(KafkaException cause) {
        if (upToDate || !reported) {
            reported = true;
            upToDate = false;
            cache.setStoresProducts(false);
            log.atWarn().addKeyValue("cause", Cause.of(cause))
                    .log("The changes of products do not arrive: the edge cache stores no responses about products");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** For the readiness. */
    void check() throws TimeoutException {
        if (!upToDate) {
            throw new TimeoutException("The topic products can't be read");
        }
    }

    @Override
    public void start() {
        var next = Thread.ofPlatform().name("product-feed").daemon().unstarted(this::run);
        thread = next;
        next.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        } else if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
