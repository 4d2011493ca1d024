package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No ConfigMap and no pod description contains a password, since people without access to Secrets may read them. */
final class SecretsAreSecret implements Rule {

    private static final Pattern NAME = Pattern.compile(".*_(PASSWORD|SECRET)");
    /** A password in a URL or in the options of a login module. A reference to a secret is allowed. */
    private static final Pattern VALUE = Pattern
            .compile("://[^/@\\s]*:(?!\\$\\{)[^/@\\s]*@|password=\"[^$]|demo-only-");

    @Override
    public Stream<String> broken(Manifests manifests) {
        var maps = manifests.all(ConfigMap.class).flatMap(map -> map.getData().entrySet().stream()
                .filter(entry -> isSecret(entry.getKey(), entry.getValue())).map(Map.Entry::getKey));
        var variables = manifests.workloads().flatMap(workload -> workload.containers())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> isSecret(variable.getName(), Optional.ofNullable(variable.getValue()).orElse("")))
                .map(EnvVar::getName);
        return Stream.concat(maps, variables).map("%s is a secret, but not in a Secret"::formatted);
    }

    private static boolean isSecret(String name, String value) {
        return NAME.matcher(name).matches() || VALUE.matcher(value).find();
    }
}
