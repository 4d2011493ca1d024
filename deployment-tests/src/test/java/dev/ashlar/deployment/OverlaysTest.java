package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.deployment.manifest.Manifests;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverlaysTest {

    @ParameterizedTest
    @EnumSource
    void isWhatTheCodeAndTheImagesExpect(Overlay overlay) {
        assertThat(overlay.broken(overlay.rendered())).isEmpty();
    }

    /** What is changed in a copy of the local overlay, into what, and what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            path: /health/ready             | path: /healthz                   | which no controller answers
            path: /health/ready             | path: /health                    | instead of /health/ready
            containerPort: 8080             | containerPort: 8081              | its image listens on
            port: http                      | port: web                        | on another port than 8080
            targetPort: http                | targetPort: 8181                 | leads to port 8181, where nothing listens
            KAFKA_BOOTSTRAP_SERVERS         | KAFKA_BOOTSTRAP_SERVER           | is given KAFKA_BOOTSTRAP_SERVER, which it does not read
            DATABASE_PASSWORD               | DATABASE_PASWORD                 | is given DATABASE_PASWORD, which it does not read
            SPRING_FLYWAY_ENABLED           | SPRING_FLYWAY_ENABLE             | is given SPRING_FLYWAY_ENABLE, which it does not read
            name: platform                  | name: platforms                  | wants the ConfigMap
            secretName: order-service       | secretName: orders               | wants the Secret
            ashlar/order-service            | ashlar/orders                    | runs ashlar/orders
            redis:8                         | redis:latest                     | runs redis:latest
            runAsNonRoot: true              | runAsNonRoot: false              | may run as root
            readOnlyRootFilesystem: true    | readOnlyRootFilesystem: false    | may write to its image
            maxUnavailable: 0               | maxUnavailable: 1                | before the next is ready
            maxReplicas: 3                  | maxReplicas: 30                  | may want
            terminationGracePeriodSeconds: 45 | terminationGracePeriodSeconds: 30 | before its requests have ended
            """)
    void tellsWhatIsWrongWithABrokenCopy(String right, String wrong, String complaint) {
        var copy = Overlay.LOCAL.rendered();
        assertThat(copy).contains(right);

        var broken = Overlay.LOCAL.broken(replaceOnce(copy, right, wrong));

        assertThat(broken).anySatisfy(sentence -> assertThat(sentence).contains(complaint));
    }

    @Test
    void tellsThatASelectorSelectsNothing() {
        var copy = replaceOnce(Overlay.LOCAL.rendered(), "          - order-service\n", "          - orders\n");

        assertThat(Overlay.LOCAL.broken(copy)).anyMatch(sentence -> sentence.contains("selects nothing"));
    }

    @Test
    void refusesAFieldThatAKindDoesNotHave() {
        var copy = Overlay.LOCAL.rendered().replaceFirst("minReadySeconds", "minReadySecond");

        assertThatThrownBy(() -> Manifests.read(copy)).hasMessageContaining("minReadySecond");
    }

    @Test
    void keepsWhatWasAcknowledgedOnTwoOfThreeBrokersInProduction() {
        var kafka = Manifests.read(Overlay.PRODUCTION.rendered()).named(StatefulSet.class, "kafka").findAny()
                .orElseThrow();

        assertThat(kafka.getSpec().getReplicas()).isEqualTo(3);
        assertThat(kafka.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv())
                .anyMatch(one -> one.getName().equals("KAFKA_MIN_INSYNC_REPLICAS") && one.getValue().equals("2"));
    }

    private static String replaceOnce(String text, String right, String wrong) {
        var at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
