package dev.ashlar.gateway.upstream.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.gateway.upstream.InstanceSettings;
import java.io.IOException;
import java.net.URI;
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

        assertThat(file.read()).extracting(Endpoint::address).containsExactly(new HttpHost("http", "127.0.0.1", 8082),
                new HttpHost("http", "127.0.0.1", 18082));
    }

    @Test
    void readsTheSettingsOfAnInstance() throws IOException {
        var file = containing("{\"order-service\": [{\"address\": \"http://127.0.0.1:1\", \"version\": \"v2\", "
                + "\"weight\": 3, \"backup\": true, \"zone\": \"a\"}]}");

        assertThat(file.read()).extracting(Endpoint::settings)
                .containsExactly(new InstanceSettings(URI.create("http://127.0.0.1:1"), 3, true, "v2", "a"));
    }

    @Test
    void hasNoInstanceOfAnUpstreamThatIsMissing() throws IOException {
        assertThat(containing("{}").read()).isEmpty();
    }

    @Test
    void rejectsAnInvalidFile() throws IOException {
        assertThatThrownBy(containing("{\"order-service\"")::read).isInstanceOf(IOException.class);
        assertThatThrownBy(containing("{\"order-service\": [\"\"]}")::read).isInstanceOf(IOException.class);
    }

    private InstanceFile containing(String json) throws IOException {
        return new InstanceFile("order-service", Files.writeString(folder.resolve("upstreams.json"), json),
                new JsonMapper());
    }
}
