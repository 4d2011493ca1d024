package dev.ashlar.deployment.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The defaults that the API server adds to an object: {@code api-server-defaults.txt}. */
public final class ApiServerDefaults {

    private record Default(String kind, String path, String value) {}

    private record Part(String kind, JsonNode node) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Default> ALL = read();

    private ApiServerDefaults() {}

    /** The defaults that an object lacks, such as {@code spec.strategy.type (RollingUpdate)}. */
    public static Stream<String> missing(HasMetadata object) {
        var node = JSON.<JsonNode>valueToTree(object);
        return parts(object.getKind(), node).flatMap(part -> ALL.stream()
                .filter(one -> one.kind().equals(part.kind()) && isMissing(part.node(), one.path().split("\\.")))
                .map(one -> "%s (%s)".formatted(one.path(), one.value())))
                .distinct();
    }

    /** The object, its pod, and the containers of the pod with their probes. */
    private static Stream<Part> parts(String kind, JsonNode object) {
        var pod = object.at("/spec/template/spec");
        var containers = Stream.of("initContainers", "containers").flatMap(name -> items(pod.path(name))).toList();
        var probes = containers.stream().flatMap(container -> Stream.of("startupProbe", "livenessProbe",
                "readinessProbe").map(container::path)).filter(JsonNode::isObject);
        return Stream.of(Stream.of(new Part(kind, object)),
                Stream.of(pod).filter(JsonNode::isObject).map(one -> new Part("Pod", one)),
                containers.stream().map(one -> new Part("Container", one)),
                probes.map(one -> new Part("Probe", one)))
                .flatMap(part -> part);
    }

    private static boolean isMissing(JsonNode node, String... path) {
        var name = path[0].replace("[]", "").replace('~', '.');
        if (path.length == 1) {
            return !node.has(name);
        }
        var rest = List.of(path).subList(1, path.length).toArray(String[]::new);
        var next = node.path(name);
        return path[0].endsWith("[]")
                ? items(next).anyMatch(item -> isMissing(item, rest))
                : next.isObject() && isMissing(next, rest);
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<Default> read() {
        try (var in = ApiServerDefaults.class.getResourceAsStream("/api-server-defaults.txt")) {
            return new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3)).map(part -> new Default(part[0], part[1], part[2])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
