package dev.ashlar.deployment;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.rule.Rule;
import java.util.List;

/** A way to run the platform on a cluster, as {@code k8s/render} wrote it down. */
enum Overlay {

    LOCAL, PRODUCTION;

    String rendered() {
        return Repository.read("k8s/rendered/%s.yaml".formatted(name().toLowerCase()));
    }

    /** What breaks in a copy of it: one sentence a place. */
    List<String> broken(String copy) {
        var manifests = Manifests.read(copy).and(providedBeforehand());
        return Rule.ALL.stream().flatMap(rule -> rule.broken(manifests)).toList();
    }

    private Manifests providedBeforehand() {
        return switch (this) {
            case LOCAL -> new Manifests(List.of());
            case PRODUCTION -> Manifests.read(Repository.read("k8s/overlays/production/secrets.example.yaml"));
        };
    }
}
