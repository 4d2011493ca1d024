package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.limit.LimitProperties.Bucket;
import jakarta.validation.Validation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitPolicyTest {

    @ParameterizedTest
    @CsvSource({"50, 200, 4", "3, 10, 4", "1000, 1, 1", "0.5, 1, 2"})
    void hasTheRefillTimeOfAnEmptyBucketAsWindow(BigDecimal rate, int burst, long window) {
        assertThat(RateLimitPolicy.of("user-read", new Bucket(rate, burst)).rateLimit().window()).isEqualTo(window);
    }

    @Test
    void rejectsARateOrABurstOfZero() {
        var validator = Validation.buildDefaultValidatorFactory().getValidator();

        assertThat(validator.validate(new Bucket(BigDecimal.ZERO, 1))).hasSize(1);
        assertThat(validator.validate(new Bucket(BigDecimal.ONE, 0))).hasSize(1);
    }
}
