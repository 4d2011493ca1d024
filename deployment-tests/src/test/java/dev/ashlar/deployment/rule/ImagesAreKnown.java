package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.Repository;
import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image is one that the Dockerfile builds for the workload of that name, or, unless the workload is a service, one
 * that {@code .env} pins.
 */
final class ImagesAreKnown implements Rule {

    private static final Pattern PINNED = Pattern.compile("(?m)^[A-Z0-9]+_IMAGE=(\\S+)$");
    private static final Pattern BUILT = Pattern.compile("ashlar/([a-z-]+):[\\w.-]+");
    private static final Pattern TARGET = Pattern.compile("(?m)^FROM \\S+ AS (\\S+)$");

    private final Set<String> pinned = all(PINNED, ".env");
    private final Set<String> targets = all(TARGET, "Dockerfile");

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads()
                .flatMap(workload -> workload.containers()
                        .filter(container -> !isBuilt(workload, container))
                        .filter(container -> workload.isService() || !pinned.contains(container.getImage()))
                        .map(container -> "%s runs %s, which is not its image".formatted(workload.name(),
                                container.getImage())));
    }

    private boolean isBuilt(Workload workload, Container container) {
        var image = BUILT.matcher(container.getImage());
        return image.matches() && image.group(1).equals(workload.name())
                && (targets.contains(workload.name())
                        || Repository.has(workload.name() + "/src/main/resources/application.yml"));
    }

    private static Set<String> all(Pattern pattern, String file) {
        return pattern.matcher(Repository.read(file)).results().map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
