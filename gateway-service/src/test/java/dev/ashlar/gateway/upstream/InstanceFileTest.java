package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class InstanceFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheInstancesOfEachService() throws IOException {
        var file = containing("{\"order-service\": [\"http://127.0.0.1:8082\", \"http://127.0.0.1:18082\"]}");

        assertThat(file.read()).hasSize(1);
        assertThat(file.read().get("order-service")).extracting(UpstreamInstance::address)
                .containsExactly(new HttpHost("http", "127.0.0.1", 8082), new HttpHost("http", "127.0.0.1", 18082));
    }

    @Test
    void rejectsAnInvalidFile() throws IOException {
        assertThatThrownBy(containing("{\"order-service\"")::read).isInstanceOf(IOException.class);
        assertThatThrownBy(containing("{\"order-service\": [\"\"]}")::read).isInstanceOf(IOException.class);
    }

    private InstanceFile containing(String json) throws IOException {
        return new InstanceFile(Files.writeString(folder.resolve("upstreams.json"), json), new JsonMapper());
    }
}
