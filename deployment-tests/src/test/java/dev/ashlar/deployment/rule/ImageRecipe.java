package dev.ashlar.deployment.rule;

import dev.ashlar.deployment.Repository;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values of the Dockerfile on which manifests depend.
 *
 * @param http port of a service in its container
 * @param management port of its metrics
 */
record ImageRecipe(int http, int management) {

    static ImageRecipe read() {
        var file = Repository.read("Dockerfile");
        return new ImageRecipe(number("SERVER_PORT", file), number("MANAGEMENT_SERVER_PORT", file));
    }

    Set<Integer> ports() {
        return Set.of(http, management);
    }

    private static int number(String variable, String file) {
        var found = Pattern.compile("\\b" + variable + "=(\\d+)").matcher(file).results()
                .map(match -> Integer.valueOf(match.group(1))).collect(Collectors.toSet());
        if (found.size() != 1) {
            throw new AssertionError("The Dockerfile sets %s to %s".formatted(variable, found));
        }
        return found.iterator().next();
    }
}
