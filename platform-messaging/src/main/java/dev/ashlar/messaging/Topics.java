package dev.ashlar.messaging;

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

/** Creates the topics that this service writes, dead-letter topics included, and looks which topics exist. Not thread-safe. */
final class Topics implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final long SECONDS = 5;

    private final Map<String, Object> adminConfiguration;
    private final List<NewTopic> written;
    private final Set<String> needed;
    private @Nullable Admin admin;

    Topics(Map<String, Object> adminConfiguration, List<NewTopic> written, List<String> read) {
        this.adminConfiguration = adminConfiguration;
        this.written = written;
        this.needed = Stream.concat(written.stream().map(NewTopic::name), read.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the brokers have of the topics that this service reads or writes.
     *
     * @param cluster another one than before: the brokers came back empty, or are other brokers
     * @param ids of the topics that exist; a topic that was deleted and created again has another one
     * @param missing topics that do not exist, or that this service may not see
     */
    record Found(String cluster, Map<String, Uuid> ids, Set<String> missing) {}

    /** Creates what is missing and belongs to this service. */
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

    /** One that can't be created keeps none of the others from it. */
    private void create(List<NewTopic> missing) throws InterruptedException, TimeoutException {
        var created = admin().createTopics(missing).values();
        for (var topic : missing) {
            try {
                get(created.get(topic.name()));
                log.atInfo().addKeyValue("topic", topic.name()).log("Created a topic");
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another instance was faster
                    log.atWarn().addKeyValue("topic", topic.name()).addKeyValue("cause", Cause.of(e))
                            .log("A topic can't be created");
                }
            }
        }
    }

    private static <T> T get(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(SECONDS, TimeUnit.SECONDS);
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
            admin.close(Duration.ofSeconds(1)); // an unanswered call is not worth waiting for
            admin = null; // the next start makes another one
        }
    }
}
