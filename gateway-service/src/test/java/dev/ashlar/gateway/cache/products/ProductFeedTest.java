package dev.ashlar.gateway.cache.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.cache.CachedSite;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductFeedTest {

    private static final TopicPartition PARTITION = new TopicPartition("products", 0);

    private final CachedSite site = new CachedSite();
    private final Topic topic = new Topic();
    private final AtomicLong extraNanos = new AtomicLong();
    private final ProductFeed feed = new ProductFeed(() -> topic, site.cache,
            () -> System.nanoTime() + extraNanos.get());

    /** A topic whose brokers a test can stop. */
    private static final class Topic extends MockConsumer<String, byte[]> {

        private volatile boolean down;

        Topic() {
            super("none");
            var node = new Node(1, "localhost", 1);
            updatePartitions("products",
                    List.of(new PartitionInfo("products", 0, node, new Node[]{node}, new Node[]{node})));
            updateEndOffsets(Map.of(PARTITION, 0L));
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions,
                Duration timeout) {
            if (down) {
                throw new TimeoutException("down");
            }
            return super.endOffsets(partitions, timeout);
        }
    }

    @BeforeEach
    void start() {
        site.responds(200, "a", "Cache-Control: max-age=600", "Surrogate-Key: product-1 category-a");
        feed.start();
        await().untilAsserted(() -> assertThatCode(feed::check).doesNotThrowAnyException());
    }

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void purgesAChangedProduct() {
        site.get();
        site.get();
        assertThat(site.requests).hasSize(1);

        topic.updateEndOffsets(Map.of(PARTITION, 1L));
        topic.addRecord(new ConsumerRecord<>("products", 0, 0, "1", null));

        await().untilAsserted(() -> assertThat(site.cache.figures().purged()).isEqualTo(1));
    }

    @Test
    void purgesAllProductsAfterAWhileWithoutBrokersAndStoresNone() {
        site.get();
        topic.down = true;
        extraNanos.set(Duration.ofSeconds(5).toNanos());

        await().untilAsserted(() -> assertThatThrownBy(feed::check).hasMessageContaining("products"));
        assertThat(site.cache.figures().entries()).isZero();
        site.get();
        assertThat(site.cache.figures().entries()).isZero();

        topic.down = false;
        await().untilAsserted(() -> assertThatCode(feed::check).doesNotThrowAnyException());
        site.get();
        assertThat(site.cache.figures().entries()).isEqualTo(1);
    }
}
