package dev.ashlar.chassis.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics that this service writes, dead-letter topics included, and tells whether those that it reads exist. */
final class Topics {

    private static final long SECONDS = 5;

    private final Map<String, Object> adminConfiguration;
    private final List<NewTopic> written;
    private final List<String> read;

    Topics(Map<String, Object> adminConfiguration, List<NewTopic> written, List<String> read) {
        this.adminConfiguration = adminConfiguration;
        this.written = written;
        this.read = read;
    }

    /** Whether all topics that this service reads or writes now exist. */
    boolean ensure() throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = Admin.create(adminConfiguration)) {
            var existing = new HashSet<>(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS));
            var missing = written.stream().filter(topic -> !existing.contains(topic.name())).toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get(SECONDS, TimeUnit.SECONDS);
                missing.forEach(topic -> existing.add(topic.name()));
            }
            return existing.containsAll(read);
        }
    }
}
