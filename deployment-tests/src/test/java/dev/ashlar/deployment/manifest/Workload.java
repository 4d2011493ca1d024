package dev.ashlar.deployment.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An object that creates pods.
 *
 * @param selector the labels of its pods
 * @param claims the storage of each pod
 */
public record Workload(String name, Map<String, String> selector, PodTemplateSpec template,
        List<PersistentVolumeClaim> claims) {

    private static final String NAME = "app.kubernetes.io/name";
    private static final String COMPONENT = "app.kubernetes.io/component";

    static Stream<Workload> of(HasMetadata object) {
        return switch (object) {
            case Deployment one -> Stream.of(new Workload(nameOf(one), one.getSpec().getSelector().getMatchLabels(),
                    one.getSpec().getTemplate(), List.of()));
            case StatefulSet one -> Stream.of(new Workload(nameOf(one), one.getSpec().getSelector().getMatchLabels(),
                    one.getSpec().getTemplate(), one.getSpec().getVolumeClaimTemplates()));
            // The cluster creates the selector of a Job, and the name of the Job ends with a digest.
            case Job one -> Stream.of(new Workload(one.getMetadata().getLabels().get(NAME),
                    one.getSpec().getTemplate().getMetadata().getLabels(),
                    one.getSpec().getTemplate(), List.of()));
            default -> Stream.empty();
        };
    }

    /** True for a service of the platform; false for a store or a tool. */
    public boolean isService() {
        return "service".equals(labels().get(COMPONENT));
    }

    public Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    public PodSpec pod() {
        return template.getSpec();
    }

    /** Init containers first. */
    public Stream<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream());
    }

    public Stream<ContainerPort> ports() {
        return pod().getContainers().stream().flatMap(container -> container.getPorts().stream());
    }

    private static String nameOf(HasMetadata object) {
        return object.getMetadata().getName();
    }
}
