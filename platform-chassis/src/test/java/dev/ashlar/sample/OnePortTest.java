package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The management port needs no token, so it must differ from the API's port. */
@ExtendWith(OutputCaptureExtension.class)
class OnePortTest {

    @Test
    void refusesTheSamePortForApiAndManagement(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(SampleApplication.class, "--server.port=18599",
                "--management.server.port=18599", "--spring.flyway.enabled=false",
                "--DATABASE_URL=jdbc:postgresql://127.0.0.1:9/none", "--REDIS_SESSIONS_URL=redis://127.0.0.1:9",
                "--REDIS_CACHE_URL=redis://127.0.0.1:9", "--KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9").close())
                .hasStackTraceContaining("management.server.port");

        assertThat(output).contains("APPLICATION FAILED TO START", "management.server.port");
    }
}
