package dev.ashlar.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import dev.ashlar.process.Misuse;

class InstanceNameTest {

    @Test
    void meansTheFirstInstanceWithoutANumber() {
        assertThat(InstanceName.parse("order-service")).isEqualTo(new InstanceName("order-service", 1));
        assertThat(InstanceName.parse("order-service#2")).isEqualTo(new InstanceName("order-service", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#2", "order-service#", "order-service#0", "order-service#-1", "order-service#x",
            "../secrets", "Order-Service", "s3 "})
    void refusesInvalidNames(String text) {
        assertThatThrownBy(() -> InstanceName.parse(text)).isInstanceOf(Misuse.class).hasMessageContaining(text);
    }

    @Test
    void isPrintedAsItWasParsed() {
        assertThat(InstanceName.parse("s3#1")).hasToString("s3");
        assertThat(InstanceName.parse("order-service#2")).hasToString("order-service#2");
    }
}
