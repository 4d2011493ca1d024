package dev.ashlar.chassis.messaging;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic that this service writes, and therefore creates; declared as a bean.
 *
 * @param name the stream's name
 * @param compacted whether only the newest event of each aggregate is kept; else all are, for ever
 */
public record Topic(String name, boolean compacted) {

    /** A topic that keeps everything. */
    public static Topic kept(String name) {
        return new Topic(name, false);
    }

    /** A topic that keeps the newest event of each aggregate. */
    public static Topic compacted(String name) {
        return new Topic(name, true);
    }

    NewTopic toKafka(MessagingProperties properties) {
        var cleanup = compacted
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
        return new NewTopic(name, properties.partitions(), properties.replication()).configs(cleanup);
    }
}
