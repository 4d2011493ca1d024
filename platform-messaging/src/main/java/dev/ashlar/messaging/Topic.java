package dev.ashlar.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic that this service writes, and therefore creates; declared as a bean.
 *
 * @param name the stream's name
 * @param compacted whether only the newest event of each aggregate is kept; else all are, for ever
 * @param settings what else the topic differs in from the broker's defaults
 */
public record Topic(String name, boolean compacted, Map<String, String> settings) {

    /** In bytes: twice what brokers take by default, and what the producers of the chassis send at most. */
    static final int LARGEST_LETTER = 2 * 1024 * 1024;

    /** A topic that keeps everything. */
    public static Topic kept(String name) {
        return new Topic(name, false, Map.of());
    }

    /**
     * A topic that keeps the newest event of each aggregate. A tombstone stays for 90 days, so that a consumer may be away for so long
     * and still learns of it. What it erases is gone from the brokers' disks within about 7 days.
     */
    public static Topic compacted(String name) {
        return new Topic(name, true, Map.of(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(90),
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(7)));
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }

    /** A topic that keeps everything, and takes what its source takes with the headers of a dead letter added. */
    static Topic deadLetters(String name) {
        return new Topic(name, false, Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_LETTER)));
    }

    NewTopic toKafka(MessagingProperties properties) {
        var all = new HashMap<>(settings);
        all.putAll(compacted
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        return new NewTopic(name, properties.partitions(), properties.replication()).configs(all);
    }
}
