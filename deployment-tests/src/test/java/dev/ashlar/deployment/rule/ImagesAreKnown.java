package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.Repository;
import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An image is one that the Dockerfile makes of a module, for the workload of that name; or one that {@code .env} pins. */
final class ImagesAreKnown implements Rule {

    private static final Pattern PINNED = Pattern.compile("(?m)^[A-Z]+_IMAGE=(\\S+)$");
    private static final Pattern BUILT = Pattern.compile("ashlar/([a-z]+-service):[\\w.-]+");

    private final Set<String> pinned = PINNED.matcher(Repository.read(".env")).results()
            .map((MatchResult match) -> match.group(1)).collect(Collectors.toSet());

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads()
                .flatMap(workload -> workload.containers()
                        .filter(container -> !(workload.isService()
                                ? isBuilt(workload, container)
                                : isPinned(container)))
                        .map(container -> "%s runs %s, which is not its image".formatted(workload.name(),
                                container.getImage())));
    }

    private static boolean isBuilt(Workload workload, Container container) {
        var image = BUILT.matcher(container.getImage());
        return image.matches() && image.group(1).equals(workload.name())
                && Repository.has(image.group(1) + "/src/main/resources/application.yml");
    }

    private boolean isPinned(Container container) {
        return pinned.contains(container.getImage());
    }
}
