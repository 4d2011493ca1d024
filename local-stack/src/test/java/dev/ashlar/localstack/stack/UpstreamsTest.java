package dev.ashlar.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.Json;
import dev.ashlar.localstack.state.ProcessIdentity;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamsTest {

    private static final String FIRST = "http://127.0.0.1:8082";
    private static final String SECOND = "http://127.0.0.1:18082";

    @TempDir
    private Path home;
    private Runs runs;
    private Upstreams upstreams;

    @BeforeEach
    void runTwoInstances() {
        var workspace = new Workspace(home, home, 0);
        runs = new Runs(workspace);
        upstreams = new Upstreams(workspace);
        run("order-service#1");
        run("order-service#2");
    }

    @Test
    void namesWhatRuns() throws IOException {
        assertThat(written()).isEqualTo("{\"order-service\":[\"%s\",\"%s\"]}".formatted(FIRST, SECOND));
    }

    @Test
    void leavesOutWhatIsAboutToStop() throws IOException {
        runs.stopping(InstanceName.parse("order-service#1"));

        assertThat(written()).isEqualTo("{\"order-service\":[\"%s\"]}".formatted(SECOND));
    }

    @Test
    void leavesOutWhatDied() throws IOException {
        runs.started(InstanceName.parse("order-service#2"), new ProcessIdentity(ProcessHandle.current().pid(), -1));

        assertThat(written()).isEqualTo("{\"order-service\":[\"%s\"]}".formatted(FIRST));
    }

    @Test
    void leavesOutWhatTheGatewayDoesNotCall() throws IOException {
        run("gateway-service");
        run("kafka");

        assertThat(written()).doesNotContain("gateway-service", "kafka");
    }

    private void run(String name) {
        runs.started(InstanceName.parse(name), ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow());
    }

    private String written() throws IOException {
        upstreams.update();
        return Json.MAPPER.readTree(Files.readString(home.resolve("upstreams.json"))).toString();
    }
}
