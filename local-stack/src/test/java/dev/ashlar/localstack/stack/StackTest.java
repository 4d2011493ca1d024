package dev.ashlar.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.Misuse;
import dev.ashlar.localstack.state.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    private Path home;

    @Test
    void listsInfrastructureBeforeServices() {
        assertThat(stack().members()).extracting(member -> member.name().name())
                .startsWith("postgres")
                .endsWith("analytics-service")
                .hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void knowsFurtherInstancesOfServicesOnly() {
        assertThat(stack().member(new InstanceName("order-service", 2)).port()).isEqualTo(18082);
        assertThatThrownBy(() -> stack().member(new InstanceName("kafka", 2))).isInstanceOf(Misuse.class);
    }

    @Test
    void namesTheValidNamesWhenItRefusesOne() {
        assertThatThrownBy(() -> stack().member(InstanceName.first("orders"))).isInstanceOf(Misuse.class)
                .hasMessageContaining("order-service")
                .hasMessageContaining("redis-cache");
    }

    private Stack stack() {
        return Stack.of(new Workspace(home, home, 0));
    }
}
