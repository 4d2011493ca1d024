package dev.ashlar.localstack.stack;

import dev.ashlar.infrastructure.Ports;
import dev.ashlar.localstack.home.Secrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.process.Misuse;
import dev.ashlar.localstack.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    private Path home;

    @Test
    void listsInfrastructureBeforeServices() {
        assertThat(stack().names()).extracting(InstanceName::name)
                .startsWith("postgres")
                .endsWith("analytics-service")
                .hasSizeGreaterThanOrEqualTo(11)
                .filteredOn(name -> stack().isInfrastructure(InstanceName.first(name)))
                .containsExactlyInAnyOrderElementsOf(Ports.NAMES);
    }

    @Test
    void allowsMoreInstancesOnlyForServices() {
        assertThat(stack().part(new InstanceName("order-service", 2)).port()).isEqualTo(18082);
        assertThatThrownBy(() -> stack().part(new InstanceName("kafka", 2))).isInstanceOf(Misuse.class);
    }

    @Test
    void listsValidNamesInARefusal() {
        assertThatThrownBy(() -> stack().part(InstanceName.first("orders"))).isInstanceOf(Misuse.class)
                .hasMessageContaining("order-service")
                .hasMessageContaining("redis-cache");
    }

    @Test
    void listsTheConsoleFirst() {
        assertThat(stack().addresses().entrySet().iterator().next().toString())
                .isEqualTo("console=http://127.0.0.1:8080/console/");
    }

    private Stack stack() {
        return new Stack(new Home(home, home, 0), Secrets.random());
    }
}
