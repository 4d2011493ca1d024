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
 * A file that whoever starts and stops instances keeps up to date, as the local stack does: a JSON object of URLs,
 * <pre>{"order-service": ["http://127.0.0.1:8082", "http://127.0.0.1:18082"]}</pre>
 */
record AddressFile(Path path, JsonMapper json) implements AddressSource {

    private static final TypeReference<Map<String, List<URI>>> CONTENT = new TypeReference<>() {};

    @Override
    public Map<String, List<Instance>> read() throws IOException {
        try {
            return json.readValue(Files.readAllBytes(path), CONTENT).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> instances(entry.getValue())));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(path + " is not what it should be", e);
        }
    }

    private static List<Instance> instances(List<URI> addresses) {
        return addresses.stream().map(AddressFile::instance).toList();
    }

    private static Instance instance(URI address) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("'" + address + "' names no host");
        }
        return new Instance(HttpHost.create(address));
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(2);
    }
}
