package dev.ashlar.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import dev.ashlar.process.Misuse;

class HomeTest {

    private static final Path REPOSITORY = Path.of("/repository");

    @Test
    void isInTheRepositoryByDefault() {
        assertThat(Home.of(REPOSITORY, Map.of()))
                .isEqualTo(new Home(REPOSITORY, Path.of("/repository/.ashlar"), 0));
        assertThat(Home.of(REPOSITORY, Map.of("ASHLAR_HOME", "/second", "ASHLAR_PORT_OFFSET", "300")))
                .isEqualTo(new Home(REPOSITORY, Path.of("/second"), 300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "999999", "36442", "٣"})
    void refusesAnInvalidOffset(String offset) {
        assertThatThrownBy(() -> Home.of(REPOSITORY, Map.of("ASHLAR_PORT_OFFSET", offset)))
                .isInstanceOf(Misuse.class);
    }

    @Test
    void givesEachInstanceItsOwnLog() {
        var home = new Home(REPOSITORY, Path.of("/home"), 0);

        assertThat(home.log(new InstanceName("order-service", 2)))
                .isEqualTo(Path.of("/home/logs/order-service-2.log"));
    }
}
