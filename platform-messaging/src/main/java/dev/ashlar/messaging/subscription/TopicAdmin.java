package dev.ashlar.messaging.subscription;

import dev.ashlar.messaging.MessagingProperties;
import dev.ashlar.messaging.Topic;
import dev.ashlar.messaging.observability.Cause;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the existing topics, and creates the missing ones that this application writes. Not thread-safe. */
final class TopicAdmin implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicAdmin.class);
    private static final long TIMEOUT_SECONDS = 5;

    private final Map<String, Object> adminConfiguration;
    private final List<NewTopic> written;
    private final Set<String> needed;
    private @Nullable Admin admin;

    TopicAdmin(Map<String, Object> adminConfiguration, List<Topic> written, List<String> read,
            MessagingProperties properties) {
        this.adminConfiguration = adminConfiguration;
        this.written = written.stream()
                .map(topic -> new NewTopic(topic.name(), properties.partitions(), properties.replication())
                        .configs(topic.settings()))
                .toList();
        this.needed = Stream.concat(written.stream().map(Topic::name), read.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The topics that this application reads or writes.
     *
     * @param cluster id of the cluster; changes if the brokers lost all data or were replaced
     * @param ids by name of an existing topic; changes if the topic was deleted and created again
     * @param missing topics that do not exist, or that this application may not see
     */
    record Found(String cluster, Map<String, Uuid> ids, Set<String> missing) {}

    /** Creates missing topics that this application writes. */
    Found ensure() throws InterruptedException, ExecutionException, TimeoutException {
        var before = existing();
        var missing = written.stream().filter(topic -> !before.containsKey(topic.name())).toList();
        create(missing);
        var ids = missing.isEmpty() ? before : existing();
        var absent = new HashSet<>(needed);
        absent.removeAll(ids.keySet());
        return new Found(get(admin().describeCluster().clusterId()), Map.copyOf(ids), Set.copyOf(absent));
    }

    private Map<String, Uuid> existing() throws InterruptedException, ExecutionException, TimeoutException {
        var ids = new HashMap<String, Uuid>();
        get(admin().listTopics().listings()).stream().filter(topic -> needed.contains(topic.name()))
                .forEach(topic -> ids.put(topic.name(), topic.topicId()));
        return ids;
    }

    /** Creates each topic on its own, so a failure affects no other. */
    private void create(List<NewTopic> missing) throws InterruptedException, TimeoutException {
        var created = admin().createTopics(missing).values();
        for (var topic : missing) {
            try {
                get(created.get(topic.name()));
                log.atInfo().addKeyValue("topic", topic.name()).log("Created a topic");
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // not if another instance was faster
                    log.atWarn().addKeyValue("topic", topic.name()).addKeyValue("cause", Cause.of(e))
                            .log("A topic could not be created");
                }
            }
        }
    }

    private static <T> T get(KafkaFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private Admin admin() {
        if (admin == null) {
            admin = Admin.create(adminConfiguration);
        }
        return admin;
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1)); // the default waits for open requests without a limit
            admin = null;
        }
    }
}
