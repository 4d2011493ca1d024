package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kustomize reads no file outside its folder, so some files exist twice. */
class CopiesTest {

    @ParameterizedTest
    @CsvSource({
            "compose/observability/dashboards.yaml, k8s/components/observability/dashboards.yaml",
            "compose/observability/dashboards/services.json, k8s/components/observability/services.json"})
    void areEqual(String original, String copy) {
        assertThat(Repository.read(copy)).isEqualTo(Repository.read(original));
    }
}
