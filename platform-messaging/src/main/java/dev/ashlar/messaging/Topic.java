package dev.ashlar.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic that this application writes and therefore creates, declared as a bean.
 *
 * @param settings of the topic where they differ from the broker's defaults
 */
public record Topic(String name, Map<String, String> settings) {

    /** A topic that keeps all events for ever. */
    public static Topic kept(String name) {
        return kept(name, Map.of());
    }

    /** A topic with further settings that keeps all events for ever. */
    public static Topic kept(String name, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        return new Topic(name, Map.copyOf(all));
    }

    /**
     * A topic that keeps the newest event of each aggregate. Tombstones stay for 90 days, so that a consumer that was away for less
     * time receives them. Brokers delete the data before a tombstone within about 7 days.
     */
    public static Topic compacted(String name) {
        return new Topic(name, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(90), TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                millis(7)));
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
