package dev.ashlar.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import dev.ashlar.localstack.home.Json;
import dev.ashlar.localstack.supervisor.StatusReport.Credentials;
import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import dev.ashlar.localstack.supervisor.StatusReport.State;
import org.junit.jupiter.api.Test;

class StatusReportTest {

    @Test
    void hasTheJsonOfTheContract() {
        var report = new StatusReport(
                List.of(new ProcessStatus("order-service", 2, 4711L, 18082, State.READY, 12L, 1024L),
                        new ProcessStatus("kafka", 1, null, 29092, State.FAILED, null, null)),
                Map.of("gateway", "http://127.0.0.1:8080"),
                List.of(new Credentials("admin", "admin@ashlar.local", "secret")));

        assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(report))).isEqualTo(Json.MAPPER.readTree("""
                {"processes": [
                   {"name": "order-service", "instance": 2, "pid": 4711, "port": 18082, "state": "ready",
                    "uptime_seconds": 12, "rss_bytes": 1024},
                   {"name": "kafka", "instance": 1, "pid": null, "port": 29092, "state": "failed",
                    "uptime_seconds": null, "rss_bytes": null}],
                 "addresses": {"gateway": "http://127.0.0.1:8080"},
                 "credentials": [{"role": "admin", "email": "admin@ashlar.local", "password": "secret"}]}
                """));
    }

    @Test
    void putsTheTokenIntoTheAddressOfTheConsoleOnly() {
        var report = new StatusReport(List.of(), Map.of("console", "http://127.0.0.1:8080/console/", "gateway",
                "http://127.0.0.1:8080"), List.of()).withConsole("#token=secret");

        assertThat(report.addresses()).containsEntry("console", "http://127.0.0.1:8080/console/#token=secret")
                .containsEntry("gateway", "http://127.0.0.1:8080");
    }
}
