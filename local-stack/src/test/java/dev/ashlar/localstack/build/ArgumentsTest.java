package dev.ashlar.localstack.build;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ashlar.localstack.home.Misuse;
import dev.ashlar.localstack.stack.PortPlan;

class ArgumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"up --scale order-service=two", "up --scale", "up --scale order-service",
            "up --scale=kafka=2",
            "up --scale nobody=1", "up --scale order-service=0", "up --scale order-service=99", "up order-service",
            "restart", "restart nobody", "restart kafka#2", "restart order-service#0", "restart order-service#100",
            "restart kafka --stale", "scale", "scale order-service", "scale order-service=0", "scale x=0",
            "scale order-service=2147483647", "train me"})
    void refusesWhatMakesNoSense(String line) {
        assertThatThrownBy(() -> check(line)).isInstanceOf(Misuse.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "up --scale order-service=2 --scale=user-service=3 --fresh", "restart --stale",
            "restart order-service#2 kafka", "scale order-service=2 email-service=1", "train"})
    void acceptsTheRest(String line) {
        assertThatCode(() -> check(line)).doesNotThrowAnyException();
    }

    private static void check(String line) {
        var words = List.of(line.split(" "));
        new Arguments(new PortPlan(0)).check(words.getFirst(), words.subList(1, words.size()));
    }
}
