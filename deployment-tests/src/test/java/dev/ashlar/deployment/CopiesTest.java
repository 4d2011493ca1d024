package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kustomize reads nothing from outside its folder, so a few files are there twice. */
class CopiesTest {

    @ParameterizedTest
    @CsvSource({
            "local-stack/src/main/resources/postgres/provision-service.sql, k8s/stores/postgres/access/provision-service.sql",
            "compose/postgres/provision.sh, k8s/stores/postgres/access/provision.sh",
            "compose/postgres/start.sh, k8s/stores/postgres/start.sh",
            "local-stack/src/main/resources/redis/redis-sessions.acl, k8s/stores/redis/redis-sessions.acl",
            "local-stack/src/main/resources/redis/redis-cache.acl, k8s/stores/redis/redis-cache.acl",
            "compose/redis/start.sh, k8s/stores/redis/start.sh",
            "compose/observability/dashboards.yaml, k8s/components/observability/dashboards.yaml",
            "compose/observability/dashboards/services.json, k8s/components/observability/services.json"})
    void areEqual(String original, String copy) {
        assertThat(Repository.read(copy)).isEqualTo(Repository.read(original));
    }
}
