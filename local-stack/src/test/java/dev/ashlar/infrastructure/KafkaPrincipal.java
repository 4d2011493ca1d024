package dev.ashlar.infrastructure;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.ashlar.infrastructure.access.messaging.KafkaAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A Kafka client with the account of one service. */
record KafkaPrincipal(Map<String, Object> settings) {

    static KafkaPrincipal operator(int port) {
        return new KafkaPrincipal(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    }

    static KafkaPrincipal service(int port, String name, String password) {
        var login = "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";";
        return new KafkaPrincipal(Map.of("bootstrap.servers", "127.0.0.1:" + port, "security.protocol",
                "SASL_PLAINTEXT", "sasl.mechanism", "SCRAM-SHA-512", "sasl.jaas.config",
                login.formatted(name, password)));
    }

    /** Uses the producer's defaults {@code acks=all} and {@code enable.idempotence=true}. */
    void send(String topic) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "an event")).get();
        }
    }

    /** Commits the first offset again, so that the next reader of the group gets the same records. */
    ConsumerRecords<String, String> read(String topic, String group) {
        var settings = new HashMap<>(this.settings);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var records = consumer.poll(Duration.ofSeconds(20));
            var beginning = new OffsetAndMetadata(0);
            consumer.commitSync(consumer.assignment().stream().collect(toMap(identity(), _ -> beginning)));
            return records;
        }
    }

    void create(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    void delete(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    void shortenRetention(String topic) throws ExecutionException, InterruptedException {
        var change = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), OpType.SET);
        try (var admin = Admin.create(settings)) {
            admin.incrementalAlterConfigs(
                    Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change))).all().get();
        }
    }

    Set<String> topics() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            return admin.listTopics().names().get();
        }
    }

    void grantEverything() throws ExecutionException, InterruptedException {
        grant("*", "*", AclOperation.ALL);
    }

    void grantRead(String service, String topic) throws ExecutionException, InterruptedException {
        grant(service, topic, AclOperation.READ);
    }

    private void grant(String service, String topic, AclOperation operation)
            throws ExecutionException, InterruptedException {
        var resource = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        var entry = new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW);
        try (var admin = Admin.create(settings)) {
            admin.createAcls(List.of(new AclBinding(resource, entry))).all().get();
        }
    }

    void changePasswordOf(String service) throws ExecutionException, InterruptedException {
        var credential = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
        try (var admin = Admin.create(settings)) {
            admin.alterUserScramCredentials(
                    List.of(new UserScramCredentialUpsertion(service, credential, "changed"))).all().get();
        }
    }

    void provision(InfrastructureSecrets secrets) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            new KafkaAccess(admin, access -> secrets.kafka(access.service())).provision();
        }
    }
}
