package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.manifest.Manifests;
import dev.ashlar.deployment.manifest.SecretFiles;
import dev.ashlar.deployment.manifest.Settings;
import dev.ashlar.deployment.manifest.Workload;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service ignores an unknown variable, so a typing error would put the default into production. */
final class VariablesAreKnown implements Rule {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().filter(Workload::isService).flatMap(workload -> {
            var known = KnownVariables.of(workload.name());
            var filledIn = filledIn(workload, manifests);
            return variables(workload, manifests).filter(name -> !known.contain(name) && !filledIn.contains(name))
                    .distinct()
                    .map(name -> "%s is given %s, which it does not read".formatted(workload.name(), name));
        });
    }

    /** Variables that the service itself substitutes in other variables. */
    private static Set<String> filledIn(Workload workload, Manifests manifests) {
        return workload.containers().flatMap(one -> Settings.of(one, manifests).variables().values().stream())
                .flatMap(value -> PLACEHOLDER.matcher(value).results()).map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** Each file of a mounted secret is a variable too (configtree). */
    private static Stream<String> variables(Workload workload, Manifests manifests) {
        var settings = workload.containers().map(container -> Settings.of(container, manifests).variables());
        return Stream.concat(settings, Stream.of(SecretFiles.of(workload, manifests).contents()))
                .flatMap(variables -> variables.keySet().stream());
    }
}
