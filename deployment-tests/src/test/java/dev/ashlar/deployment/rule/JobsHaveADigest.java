package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.stream.Stream;

/**
 * A Job can't be changed. So its name, and the names of its Secrets and ConfigMaps, end with a digest of their content:
 * other content creates another Job.
 */
final class JobsHaveADigest implements Rule {

    private static final String DIGEST = ".*-[0-9a-z]{10}";

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.all(Job.class).flatMap(job -> Stream.concat(Stream.of(job), read(job, manifests)))
                .map(object -> object.getMetadata().getName()).filter(name -> !name.matches(DIGEST)).distinct()
                .map("The name %s has no digest, so a Job would have to change"::formatted);
    }

    /** Secrets that an operator creates beforehand keep their names. */
    private static Stream<HasMetadata> read(Job job, Manifests manifests) {
        return job.getSpec().getTemplate().getSpec().getVolumes().stream().flatMap(volume -> Stream.concat(
                Stream.ofNullable(volume.getConfigMap())
                        .flatMap(one -> manifests.named(ConfigMap.class, one.getName())),
                Stream.ofNullable(volume.getSecret())
                        .flatMap(one -> manifests.named(Secret.class, one.getSecretName()))
                        .filter(secret -> secret.getStringData().isEmpty())));
    }
}
