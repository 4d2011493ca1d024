package dev.ashlar.deployment.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of one namespace. */
public record Manifests(List<HasMetadata> objects) {

    /** @throws RuntimeException with the name of the object, if it has an unknown field */
    public static Manifests read(String yaml) {
        return new Manifests(StrictYaml.read(yaml));
    }

    public Manifests and(Manifests others) {
        return new Manifests(Stream.concat(objects.stream(), others.objects.stream()).toList());
    }

    public Manifests without(Class<? extends HasMetadata> kind, String name) {
        return new Manifests(objects.stream()
                .filter(one -> !kind.isInstance(one) || !one.getMetadata().getName().equals(name)).toList());
    }

    public <T extends HasMetadata> Stream<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast);
    }

    public <T extends HasMetadata> Stream<T> named(Class<T> kind, String name) {
        return all(kind).filter(one -> one.getMetadata().getName().equals(name));
    }

    public Stream<Workload> workloads() {
        return objects.stream().flatMap(Workload::of);
    }

    /** The workloads whose pods have all these labels. */
    public List<Workload> selected(Map<String, String> labels) {
        return workloads().filter(workload -> workload.labels().entrySet().containsAll(labels.entrySet())).toList();
    }
}
