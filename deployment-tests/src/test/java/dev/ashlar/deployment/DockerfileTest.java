package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileTest {

    private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
    private static final Pattern FROM = Pattern.compile("FROM (\\S+)(?: AS (\\S+))?");
    private static final Pattern COPY = Pattern.compile("COPY (?:--chmod=\\d+ )?--from=(\\S+) .*");

    /**
     * Existing jars come from the context {@code jars}. BuildKit resolves the base image of every stage that the target
     * needs, even if a context replaces it. So there must be no stage of that name, and no stage may need the build.
     */
    @ParameterizedTest
    @CsvSource({"jars, service, false", "jars, kafka-access, false", "compiled, service, true",
            "compiled, kafka-access, true"})
    void looksUpTheMavenImageOnlyToBuildJars(String jars, String target, boolean looksUp) {
        var stages = stages(jars);

        assertThat(needs(stages, target).contains("${MAVEN_IMAGE}")).isEqualTo(looksUp);
        assertThat(needs(stages, target).contains("jars")).isEqualTo(!looksUp);
        assertThat(stages).doesNotContainKey("jars");
    }

    /** Maven refuses to build if a module of the root has no folder. */
    @ParameterizedTest
    @MethodSource
    void copiesEachModuleIntoTheBuild(String module) {
        assertThat(Repository.read(".dockerignore").lines()).containsAnyOf("!" + module, "!" + module + "/pom.xml",
                "!" + module.replaceFirst("^[a-z]+-service$", "*-service"));
    }

    static Stream<String> copiesEachModuleIntoTheBuild() {
        return MODULE.matcher(Repository.read("pom.xml")).results().map(module -> module.group(1));
    }

    /** User 10001 may not read a jar that was built under umask 077. */
    @Test
    void makesACopiedJarReadableForEveryUser() {
        var last = Repository.read("Dockerfile").lines()
                .filter(line -> line.contains("--from=artifacts") && line.contains("/app/")).toList();

        assertThat(last).isNotEmpty().allMatch(line -> line.contains("--chmod=644"));
    }

    /** The stages that each stage starts from or copies from. The last one is the service. */
    private static Map<String, Set<String>> stages(String jars) {
        var stages = new LinkedHashMap<String, Set<String>>();
        var current = new TreeSet<String>();
        for (var line : Repository.read("Dockerfile").replace("${JARS}", jars).replace("${AOT}", "off").split("\n")) {
            var from = FROM.matcher(line);
            if (from.matches()) {
                current = new TreeSet<>(Set.of(from.group(1)));
                stages.put(from.group(2) == null ? "service" : from.group(2), current);
            }
            COPY.matcher(line).results().map(copy -> copy.group(1)).forEach(current::add);
        }
        return stages;
    }

    private static Set<String> needs(Map<String, Set<String>> stages, String stage) {
        var needed = new TreeSet<String>(Set.of(stage));
        Stream.ofNullable(stages.get(stage)).flatMap(Set::stream)
                .forEach(other -> needed.addAll(needs(stages, other)));
        return needed;
    }
}
