package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Settings;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Redis and Kafka require an account, and an account may do only what is granted (ADR 25). */
final class StoresRequireAccounts implements Rule {

    private static final String PROTOCOLS = "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP";

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().flatMap(workload -> workload.containers().flatMap(container -> {
            var image = container.getImage();
            if (image.startsWith("redis:")) {
                return redis(workload, container);
            }
            return image.startsWith("apache/kafka:")
                    ? kafka(Settings.of(container, manifests)).map(what -> workload.name() + what)
                    : Stream.empty();
        }));
    }

    /** The script creates the users. It does not start Redis if a rule or a password is missing. */
    private static Stream<String> redis(Workload workload, Container container) {
        return Stream.of(container.getCommand())
                .filter(command -> !command.equals(List.of("/redis/start.sh", workload.name())))
                .map(_ -> workload.name() + " starts without its users");
    }

    private static Stream<String> kafka(Settings settings) {
        var protocols = List.of(settings.get(PROTOCOLS).split(","));
        var open = Arrays.stream(settings.get("KAFKA_LISTENERS").split(",")).map(address -> address.split("://")[0])
                .filter(listener -> !protocols.contains(listener + ":SASL_PLAINTEXT")
                        && !protocols.contains(listener + ":SASL_SSL"))
                .map(" lets anybody in at the listener %s"::formatted);
        var rights = Stream.of(
                unless(!settings.get("KAFKA_AUTHORIZER_CLASS_NAME").isEmpty(), " asks nobody for rights"),
                unless("false".equals(settings.get("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND")),
                        " allows what nobody was granted"),
                unless("User:broker".equals(settings.get("KAFKA_SUPER_USERS")), " has other super users than broker"))
                .flatMap(Optional::stream);
        return Stream.concat(open, rights);
    }

    private static Optional<String> unless(boolean kept, String broken) {
        return Optional.of(broken).filter(_ -> !kept);
    }
}
