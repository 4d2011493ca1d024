package dev.ashlar.deployment.manifest;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a container, without secrets.
 *
 * @param variables by name
 */
public record Settings(Map<String, String> variables) {

    public static Settings of(Container container, Manifests manifests) {
        var variables = new HashMap<String, String>();
        container.getEnvFrom().stream().filter(from -> from.getConfigMapRef() != null)
                .flatMap(from -> manifests.named(ConfigMap.class, from.getConfigMapRef().getName()))
                .forEach(map -> variables.putAll(map.getData()));
        container.getEnv().forEach(variable -> variables.put(variable.getName(),
                Optional.ofNullable(variable.getValue()).orElse("")));
        return new Settings(variables);
    }

    /** Empty if the variable is missing. */
    public String get(String name) {
        return variables.getOrDefault(name, "");
    }
}
