package dev.ashlar.deployment;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} with its anchors resolved. */
final class Compose {

    /** A line of {@code compose/secrets.txt}. */
    private record Secret(String reader, String name, String file) {}

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{([A-Z_]+)}");

    private final Map<String, Map<String, Object>> services = section("services");
    private final List<Secret> secrets = Services.names().stream().flatMap(Compose::secretsOf).distinct().toList();

    Map<String, Map<String, Object>> services() {
        return services;
    }

    /** The services whose images are built here. */
    Set<String> built() {
        return services.entrySet().stream().filter(service -> service.getValue().containsKey("build"))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The services of our modules, which handle HTTP requests. */
    Set<String> own() {
        return built().stream().filter(service -> Repository.has(service + "/src/main/resources/application.yml"))
                .collect(Collectors.toSet());
    }

    /** The services that run an image of {@code .env}. */
    Stream<String> running(String image) {
        return services.entrySet().stream()
                .filter(service -> service.getValue().get("image").equals("${" + image + "}"))
                .map(Map.Entry::getKey);
    }

    Map<String, Object> environment(String service) {
        return map(services.get(service).get("environment"));
    }

    /** The names of a service's files in {@code /run/secrets}. */
    Stream<String> secrets(String service) {
        return volumes(service).filter(volume -> volume.endsWith("-secrets:/run/secrets:ro"))
                .map(volume -> volume.replaceFirst("-secrets:.*", ""))
                .flatMap(reader -> secrets.stream().filter(secret -> secret.reader().equals(reader)))
                .map(Secret::name);
    }

    Stream<String> volumes(String service) {
        var volumes = (List<?>) services.get(service).getOrDefault("volumes", List.of());
        return volumes.stream().map(Object::toString);
    }

    /** The services that wait until another one has ended successfully. */
    Set<String> waitingFor(String service) {
        return services.entrySet().stream()
                .filter(one -> one.getValue().get("depends_on") instanceof Map<?, ?> others
                        && others.get(service) instanceof Map<?, ?> state
                        && state.get("condition").equals("service_completed_successfully"))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Every variable of a service, from its environment or from a file. */
    Stream<String> variables(String service) {
        return Stream.concat(environment(service).keySet().stream(), secrets(service));
    }

    /** Variables that the service itself substitutes in other variables. */
    Set<String> quoted(String service) {
        return environment(service).values().stream().map(String::valueOf)
                .flatMap(value -> PLACEHOLDER.matcher(value).results()).map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** The file of each demo secret. */
    Stream<String> secretFiles() {
        return secrets.stream().map(secret -> environmentFile().get("SECRETS") + "/" + secret.file()).distinct();
    }

    /** The services with published ports, without a profile. */
    Set<String> published() {
        return services.entrySet().stream().filter(service -> service.getValue().containsKey("ports"))
                .filter(service -> !service.getValue().containsKey("profiles")).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static Map<String, String> environmentFile() {
        return Repository.read(".env").lines().filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.split("=", 2)).collect(toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** Parses the file as {@code compose/files.sh} does. */
    private static Stream<Secret> secretsOf(String service) {
        return Repository.read("compose/secrets.txt").lines().filter(line -> !line.startsWith("#"))
                .filter(line -> Services.behindTheGateway().contains(service) || !line.contains("{owner}"))
                .map(line -> line.replace("{service}", service).replace("{owner}", service)
                        .replace("{SERVICE}", service.toUpperCase(Locale.ROOT).replace('-', '_')).split(" +"))
                .map(part -> new Secret(part[0], part[1], part[2]));
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
