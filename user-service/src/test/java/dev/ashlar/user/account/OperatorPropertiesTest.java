package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorPropertiesTest {

    @Test
    void printsNoPassword() {
        var properties = new OperatorProperties("root@example.org", "s3cret-one",
                new OperatorProperties.Demo("s3cret-two", "s3cret-three"));

        assertThat(properties.toString() + properties.demo()).contains("root@example.org").doesNotContain("s3cret");
    }
}
