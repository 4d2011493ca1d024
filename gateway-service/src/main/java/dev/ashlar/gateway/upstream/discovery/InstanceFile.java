package dev.ashlar.gateway.upstream.discovery;

import dev.ashlar.gateway.upstream.InstanceSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file with the URLs of the instances of each upstream, such as
 * <pre>{"order-service": ["http://127.0.0.1:8082", {"address": "http://127.0.0.1:18082", "version": "v2"}]}</pre>
 */
public record InstanceFile(String upstream, Path path, JsonMapper json) implements InstanceSource {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    @Override
    public List<Endpoint> read() throws IOException {
        try {
            var content = json.readTree(Files.readAllBytes(path));
            if (!content.isObject()) {
                throw new IllegalArgumentException("no object");
            }
            return content.path(upstream).valueStream().map(InstanceFile::endpoint).toList();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(path + " is not a JSON object of lists of URLs", e);
        }
    }

    private static Endpoint endpoint(JsonNode entry) {
        var address = entry.isObject() ? entry.path("address").asString("") : entry.asString("");
        var settings = new InstanceSettings(URI.create(address), Math.max(1, entry.path("weight").asInt(1)),
                entry.path("backup").asBoolean(false), text(entry, "version"), text(entry, "zone"));
        return new Endpoint(HttpHost.create(settings.address()), settings);
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asString(null);
    }

    @Override
    public Duration period() {
        return PERIOD;
    }
}
