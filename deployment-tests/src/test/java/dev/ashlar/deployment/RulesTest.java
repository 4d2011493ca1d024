package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.deployment.manifest.Manifests;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule reports a copy of the local overlay that breaks it. */
class RulesTest {

    /** The replaced text, the new text and the expected report. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            path: /health/ready             | path: /healthz                   | which no controller answers
            path: /health/ready             | path: /health                    | instead of /health/ready
            containerPort: 8080             | containerPort: 8081              | its image listens on
            port: http                      | port: web                        | on another port than 8080
            protocol: TCP                   | appProtocol: tcp                 | leaves spec.ports[].protocol (TCP) to the API server
            progressDeadlineSeconds: 600    | paused: false                    | leaves spec.progressDeadlineSeconds (600) to the API server
            volumeMode: Filesystem          | volumeName: data                 | .spec.volumeMode (Filesystem) to the API server
            dnsPolicy: ClusterFirst         | hostname: service                | leaves dnsPolicy (ClusterFirst) to the API server
            successThreshold: 1             | terminationGracePeriodSeconds: 9 | leaves successThreshold (1) to the API server
            podReplacementPolicy: TerminatingOrFailed | activeDeadlineSeconds: 9 | podReplacementPolicy (TerminatingOrFailed) to the API
            cpu: 50m                        | cpu: 1000m                       | 1000m has a shorter form
            memory: 1Gi                     | memory: 1024Mi                   | 1024Mi has a shorter form
            failureThreshold: 150           | failureThreshold: 60             | is restarted 120 s after its start
            targetPort: http                | targetPort: 8181                 | leads to port 8181, where nothing listens
            KAFKA_BOOTSTRAP_SERVERS         | KAFKA_BOOTSTRAP_SERVER           | is given KAFKA_BOOTSTRAP_SERVER, which it does not read
            DATABASE_PASSWORD               | DATABASE_PASWORD                 | is given DATABASE_PASWORD, which it does not read
            SPRING_FLYWAY_ENABLED           | SPRING_FLYWAY_ENABLE             | is given SPRING_FLYWAY_ENABLE, which it does not read
            name: platform                  | name: platforms                  | wants the ConfigMap
            secretName: order-service       | secretName: orders               | wants the Secret
            ashlar/order-service            | ashlar/orders                    | runs ashlar/orders
            redis:8                         | redis:latest                     | runs redis:latest
            ashlar/kafka-access             | ashlar/kafka                     | runs ashlar/kafka
            runAsNonRoot: true              | runAsNonRoot: false              | may run as root
            type: RuntimeDefault            | type: Unconfined                 | has no seccomp profile
            automountServiceAccountToken: false | automountServiceAccountToken: true | gets a service account's token
            allowPrivilegeEscalation: false | allowPrivilegeEscalation: true   | may escalate privileges
            - ALL                           | - NET_RAW                        | keeps capabilities
            enableServiceLinks: false       | hostNetwork: true                | is not apart from its node
            readOnlyRootFilesystem: true    | readOnlyRootFilesystem: false    | may write to its image
            maxUnavailable: 0               | maxUnavailable: 1                | before the next is ready
            maxReplicas: 3                  | maxReplicas: 30                  | may want
            terminationGracePeriodSeconds: 45 | terminationGracePeriodSeconds: 30 | before its requests have ended
            - /redis/start.sh               | - redis-server                   | starts without its users
            SERVICES:SASL_PLAINTEXT         | SERVICES:PLAINTEXT               | lets anybody in at the listener SERVICES
            BROKERS:SASL_PLAINTEXT          | BROKERS:PLAINTEXT                | lets anybody in at the listener BROKERS
            KAFKA_AUTHORIZER_CLASS_NAME     | KAFKA_AUTHORIZER                 | asks nobody for rights
            User:broker                     | User:ANONYMOUS                   | has other super users than broker
            SECURITY_PROTOCOL: SASL_PLAINTEXT | SECURITY_PROTOCOL: PLAINTEXT   | does not log in to Kafka
            KAFKA_USERNAME: b3Jk            | KAFKA_USERNAME: b3Jl             | not as itself
            KAFKA_PASSWORD: ZGVt            | KAFKA_PASSWORD: ZGVu             | has another password in
            postgres-superuser: ZGVt        | postgres-superuser: ZGVu         | postgres-access has another password in
            ${REDIS_PASSWORD}@redis-cache   | ${REDIS_PASSWORD}1@redis-cache   | redis-cache has another password in
            ${directory:/run/secrets:broker} | word                            | is a secret, but not in a Secret
            SPRING_PROFILES_ACTIVE: demo    | DATABASE_PASSWORD: demo          | is a secret, but not in a Secret
            - kafka:9094                    | - kafka:9092                     | is told to talk to kafka:9092
            KAFKA_BOOTSTRAP_SERVERS: kafka:9092 | KAFKA_BOOTSTRAP_SERVERS: kafka:9094 | is told to talk to kafka:9094
            """)
    void reportsTheBrokenRule(String right, String wrong, String complaint) {
        var copy = Overlay.LOCAL.rendered();
        assertThat(copy).contains(right);

        var broken = Overlay.LOCAL.broken(replaceOnce(copy, right, wrong));

        assertThat(broken).anySatisfy(sentence -> assertThat(sentence).contains(complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-access", "postgres-access", "postgres-provisioning"})
    void reportsAJobWithoutADigest(String name) {
        var copy = Overlay.LOCAL.rendered().replaceAll("(?m)ame: %s-[0-9a-z]{10}$".formatted(name), "ame: " + name);

        assertThat(Overlay.LOCAL.broken(copy)).anyMatch(sentence -> sentence.startsWith("The name %s has no digest"
                .formatted(name)));
    }

    @Test
    void reportsASecretOfSeveralLines() {
        var copy = Overlay.LOCAL.rendered().replaceFirst("  broker: (\\S{8})(\\S+)", "  broker: |\n    $1\n    $2");

        assertThat(Overlay.LOCAL.broken(copy)).anyMatch(sentence -> sentence.contains("broker is broken into lines"));
    }

    @Test
    void reportsASelectorThatSelectsNothing() {
        var copy = replaceOnce(Overlay.LOCAL.rendered(), "\n          app.kubernetes.io/name: kafka-access\n",
                "\n          app.kubernetes.io/name: kafka-acess\n");

        assertThat(Overlay.LOCAL.broken(copy)).anyMatch(sentence -> sentence.contains("selects nothing"));
    }

    @Test
    void reportsMissingObjectsOfAService() {
        var local = Overlay.LOCAL.manifests();

        assertThat(Overlay.LOCAL.broken(local.without(PodDisruptionBudget.class, "order-service")))
                .containsExactly("order-service has no PodDisruptionBudget");
        assertThat(Overlay.LOCAL.broken(local.without(HorizontalPodAutoscaler.class, "order-service")))
                .containsExactly("order-service has no HorizontalPodAutoscaler");
    }

    @Test
    void reportsPodsWithoutANetworkPolicy() {
        var open = Overlay.LOCAL.manifests().without(NetworkPolicy.class, "deny-all");

        assertThat(Overlay.LOCAL.broken(open))
                .containsExactly("No NetworkPolicy bounds kafka-access (Ingress)",
                        "No NetworkPolicy bounds postgres-access (Ingress)");
    }

    @Test
    void reportsTrafficThatNoPolicyAllows() {
        var local = Overlay.LOCAL.manifests();

        assertThat(Overlay.LOCAL.broken(local.without(NetworkPolicy.class, "kafka-access")))
                .containsExactly("kafka-access is told to talk to kafka:9094, and no NetworkPolicy lets it");
        assertThat(Overlay.LOCAL.broken(local.without(NetworkPolicy.class, "kafka-nodes")))
                .containsExactly("kafka is told to talk to kafka:9093, and no NetworkPolicy lets it");
    }

    @Test
    void refusesAFieldThatAKindDoesNotHave() {
        var copy = Overlay.LOCAL.rendered().replaceFirst("minReadySeconds", "minReadySecond");

        assertThatThrownBy(() -> Manifests.read(copy)).hasMessageContaining("minReadySecond");
    }

    private static String replaceOnce(String text, String right, String wrong) {
        var at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
