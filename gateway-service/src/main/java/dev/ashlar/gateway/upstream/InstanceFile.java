package dev.ashlar.gateway.upstream;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpHost;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file with the URLs of each service's instances. The process that starts and stops instances updates the file:
 * <pre>{"order-service": ["http://127.0.0.1:8082", "http://127.0.0.1:18082"]}</pre>
 */
record InstanceFile(Path path, JsonMapper json) implements InstanceSource {

    private static final TypeReference<Map<String, List<URI>>> CONTENT = new TypeReference<>() {};

    @Override
    public Map<String, List<UpstreamInstance>> read() throws IOException {
        try {
            return json.readValue(Files.readAllBytes(path), CONTENT).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> instances(entry.getValue())));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(path + " is not a JSON object of lists of URLs", e);
        }
    }

    private static List<UpstreamInstance> instances(List<URI> addresses) {
        return addresses.stream().map(InstanceFile::instance).toList();
    }

    private static UpstreamInstance instance(URI address) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("'" + address + "' has no host");
        }
        return new UpstreamInstance(HttpHost.create(address));
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(2);
    }
}
