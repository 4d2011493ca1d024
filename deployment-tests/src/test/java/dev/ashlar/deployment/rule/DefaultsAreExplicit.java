package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.ApiServerDefaults;
import dev.ashlar.deployment.manifest.CanonicalForm;
import dev.ashlar.deployment.manifest.Manifests;
import java.util.stream.Stream;

/**
 * An object contains every default and values in canonical form, so the API server changes nothing. Otherwise {@code
 * kubectl apply} finds a change each time, and {@code kubectl apply --server-side} finds a conflict.
 */
final class DefaultsAreExplicit implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.objects().stream().flatMap(object -> Stream.concat(
                ApiServerDefaults.missing(object).map("leaves %s to the API server"::formatted),
                CanonicalForm.differing(object))
                .map(what -> "%s %s: %s".formatted(object.getKind(), object.getMetadata().getName(), what)));
    }
}
