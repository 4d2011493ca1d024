package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.SecretFiles;
import dev.ashlar.deployment.manifest.Settings;
import dev.ashlar.deployment.manifest.Workload;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service uses its own account at each store, with the password that the store knows. Ignores external stores. */
final class AccountsMatch implements Rule {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

    @Override
    public Stream<String> broken(Manifests manifests) {
        var services = manifests.workloads().filter(Workload::isService).flatMap(service -> {
            var secrets = SecretFiles.of(service, manifests);
            return Stream.of(redis(service, "REDIS_SESSIONS_URL", manifests),
                    redis(service, "REDIS_CACHE_URL", manifests), kafka(service, secrets, manifests),
                    differs("postgres-access", service.name(), secrets.find("DATABASE_PASSWORD"), manifests),
                    differs("postgres-access", service.name() + "-migrator",
                            secrets.find("DATABASE_MIGRATOR_PASSWORD"), manifests))
                    .flatMap(broken -> broken);
        });
        return Stream.of(services, administrator("kafka", "broker", "KAFKA_OPERATOR_PASSWORD", manifests),
                administrator("postgres", "postgres-superuser", "postgres-superuser", manifests))
                .flatMap(broken -> broken);
    }

    /** Compares the administrator's password of a store with that of the Job that creates its accounts. */
    private static Stream<String> administrator(String store, String file, String shown, Manifests manifests) {
        return manifests.workloads().filter(workload -> workload.name().equals(store))
                .flatMap(workload -> differs(store + "-access", shown,
                        SecretFiles.of(workload, manifests).find(file), manifests));
    }

    private static Stream<String> redis(Workload service, String variable, Manifests manifests) {
        var secrets = SecretFiles.of(service, manifests);
        var setting = service.pod().getContainers().stream().map(one -> Settings.of(one, manifests).get(variable))
                .filter(value -> !value.isEmpty()).findAny();
        var url = URI.create(secrets.find(variable).or(() -> setting.map(value -> filledIn(value, service, secrets)))
                .orElse(""));
        var account = Optional.ofNullable(url.getUserInfo()).orElse(":").split(":", 2);
        return Stream.concat(usesOtherAccount(service, variable, account[0]),
                differs(url.getHost(), service.name(), Optional.of(account[1]), manifests));
    }

    /** Substitutes variables as Spring does, with the name of the service and its secrets. */
    private static String filledIn(String value, Workload service, SecretFiles secrets) {
        var named = value.replace("${spring.application.name}", service.name());
        return PLACEHOLDER.matcher(named).replaceAll(found -> secrets.find(found.group(1)).orElse(""));
    }

    private static Stream<String> kafka(Workload service, SecretFiles secrets, Manifests manifests) {
        var open = service.pod().getContainers().stream()
                .filter(one -> !Settings.of(one, manifests).get("KAFKA_SECURITY_PROTOCOL").startsWith("SASL_"))
                .map(_ -> service.name() + " does not log in to Kafka");
        var passwordFile = service.name().toUpperCase(Locale.ROOT).replace('-', '_') + "_KAFKA_PASSWORD";
        return Stream.of(open, usesOtherAccount(service, "KAFKA_USERNAME", secrets.find("KAFKA_USERNAME").orElse("")),
                differs("kafka-access", passwordFile, secrets.find("KAFKA_PASSWORD"), manifests))
                .flatMap(broken -> broken);
    }

    private static Stream<String> usesOtherAccount(Workload service, String variable, String name) {
        return Stream.of(name).filter(one -> !one.equals(service.name()))
                .map(one -> "%s logs in as '%s', not as itself (%s)".formatted(service.name(), one, variable));
    }

    /** Compares the password of a client with the one that the store, or its Job, reads from a file. */
    private static Stream<String> differs(String store, String file, Optional<String> shown, Manifests manifests) {
        return manifests.workloads().filter(workload -> workload.name().equals(store))
                .filter(workload -> !SecretFiles.of(workload, manifests).find(file).equals(shown))
                .map(_ -> "%s has another password in %s than the client uses".formatted(store, file));
    }
}
