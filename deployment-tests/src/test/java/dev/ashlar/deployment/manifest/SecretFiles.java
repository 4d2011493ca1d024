package dev.ashlar.deployment.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that the pods of a workload read as files.
 *
 * @param contents the content of each file, by name
 */
public record SecretFiles(Map<String, String> contents) {

    public static SecretFiles of(Workload workload, Manifests manifests) {
        var contents = new HashMap<String, String>();
        workload.pod().getVolumes().stream().filter(volume -> volume.getSecret() != null)
                .flatMap(volume -> manifests.named(Secret.class, volume.getSecret().getSecretName()))
                .forEach(secret -> contents.putAll(readable(secret)));
        return new SecretFiles(contents);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    private static Map<String, String> readable(Secret secret) {
        var readable = new HashMap<>(secret.getStringData());
        // Kustomize breaks long lines.
        secret.getData().forEach((name, value) -> readable.put(name,
                new String(Base64.getMimeDecoder().decode(value), UTF_8)));
        return readable;
    }
}
