package dev.ashlar.deployment;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.rule.Rule;
import java.util.List;

/** An overlay, as {@code k8s/render} has written it. */
enum Overlay {

    LOCAL, PRODUCTION;

    Manifests manifests() {
        return Manifests.read(rendered());
    }

    String rendered() {
        return Repository.read("k8s/rendered/%s.yaml".formatted(name().toLowerCase()));
    }

    /** Returns one sentence for each rule violation in a changed copy of the overlay. */
    List<String> broken(String copy) {
        return broken(Manifests.read(copy));
    }

    /** Like {@link #broken(String)}, for a copy that is already parsed. */
    List<String> broken(Manifests copy) {
        var manifests = copy.and(providedBeforehand());
        return Rule.ALL.stream().flatMap(rule -> rule.broken(manifests)).toList();
    }

    private Manifests providedBeforehand() {
        return switch (this) {
            case LOCAL -> new Manifests(List.of());
            case PRODUCTION -> Manifests.read(Repository.read("k8s/overlays/production/secrets.example.yaml"));
        };
    }
}
