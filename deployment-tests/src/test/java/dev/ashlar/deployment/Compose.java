package dev.ashlar.deployment;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, its anchors resolved. */
final class Compose {

    private final Map<String, Map<String, Object>> services = section("services");

    Map<String, Map<String, Object>> services() {
        return services;
    }

    /** Those that are built here. */
    Set<String> own() {
        return services.entrySet().stream().filter(service -> service.getValue().containsKey("build"))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Every variable that a service is given, by its environment or as a file. */
    Stream<String> variables(String service) {
        var settings = services.get(service);
        var files = (List<?>) settings.getOrDefault("secrets", List.of());
        return Stream.concat(map(settings.get("environment")).keySet().stream(),
                files.stream().map(file -> map(file).get("target").toString()));
    }

    /** Those that this machine's network reaches, without a profile. */
    Set<String> published() {
        return services.entrySet().stream().filter(service -> service.getValue().containsKey("ports"))
                .filter(service -> !service.getValue().containsKey("profiles")).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static Map<String, String> environmentFile() {
        return Repository.read(".env").lines().filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.split("=", 2)).collect(toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Map<String, Map<String, Object>> section(String name) {
        return map(map(new Yaml().load(Repository.read("docker-compose.yml"))).get(name)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> map(entry.getValue())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
