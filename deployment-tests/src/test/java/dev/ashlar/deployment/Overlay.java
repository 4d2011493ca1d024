package dev.ashlar.deployment;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.rule.Rule;
import java.util.List;

/** A way to run the platform on a cluster, as {@code k8s/render} wrote it down. */
enum Overlay {

    LOCAL, PRODUCTION;

    Manifests manifests() {
        return Manifests.read(rendered());
    }

    String rendered() {
        return Repository.read("k8s/rendered/%s.yaml".formatted(name().toLowerCase()));
    }

    /** What breaks in a copy of it: one sentence a place. */
    List<String> broken(String copy) {
        return broken(Manifests.read(copy));
    }

    /** As above, of a copy that was read already. */
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
