package dev.ashlar.testing;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.ashlar.infrastructure.InfrastructureSecrets;
import dev.ashlar.infrastructure.access.messaging.KafkaAccess;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/**
 * Kafka with the accounts and grants of production ({@code provisioning/kafka/access.txt}). A service logs in by SCRAM at one
 * listener. The operators' listener needs no password and allows everything, as that of the embedded Kafka.
 */
final class SecuredKafka extends GenericContainer<SecuredKafka> {

    private static final int SERVICES = 9092;
    private static final int OPERATORS = 9095;
    private static final String START = "/tmp/start.sh";

    SecuredKafka() {
        super("apache/kafka:4.2.2");
        withExposedPorts(SERVICES, OPERATORS);
        withEnv(Map.ofEntries(
                Map.entry("KAFKA_HEAP_OPTS", "-Xmx256m"),
                // In a short run the second compiler of the JVM costs more than it saves.
                Map.entry("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"),
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                Map.entry("KAFKA_LISTENERS", "SERVICES://:9092,OPERATORS://:9095,BROKERS://:9094,CONTROLLER://:9093"),
                Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "SERVICES:SASL_PLAINTEXT,OPERATORS:PLAINTEXT,BROKERS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "BROKERS"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_SASL_ENABLED_MECHANISMS", "SCRAM-SHA-512"),
                Map.entry("KAFKA_LISTENER_NAME_SERVICES_SCRAM___SHA___512_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("KAFKA_AUTHORIZER_CLASS_NAME", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND", "false"),
                Map.entry("KAFKA_SUPER_USERS", "User:ANONYMOUS"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "8"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")));
        // The addresses that clients use have ports that are known only after the container has started.
        withCommand("sh", "-c", "until [ -f %1$s ]; do sleep 0.1; done; exec bash %1$s".formatted(START));
        waitingFor(Wait.forLogMessage(".*Transitioning from RECOVERY to RUNNING.*", 1));
    }

    @Override
    protected void containerIsStarting(InspectContainerResponse info) {
        copyFileToContainer(Transferable.of("""
                export KAFKA_ADVERTISED_LISTENERS=SERVICES://%s,OPERATORS://%s,BROKERS://localhost:9094
                exec /etc/kafka/docker/run
                """.formatted(services(), operators())), START);
    }

    String services() {
        return getHost() + ":" + getMappedPort(SERVICES);
    }

    String operators() {
        return getHost() + ":" + getMappedPort(OPERATORS);
    }

    void provision(InfrastructureSecrets secrets) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", operators()))) {
            new KafkaAccess(admin, access -> secrets.kafka(access.service())).provision();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The grants of Kafka were not made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
