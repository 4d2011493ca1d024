package dev.ashlar.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration of CI and of the development container fits the build. */
class WorkflowTest {

    private static final Pattern JAVA = Pattern.compile("<java.version>(\\d+)</java.version>");

    @Test
    void runsEveryTestAndThePlatformInContainers() throws Exception {
        assertThat(steps().map(step -> step.path("run").asText())).contains("mvn -B verify", ".ci/compose");
    }

    @Test
    void buildsTheExampleAndChecksThePageOfModules() throws Exception {
        assertThat(steps().map(step -> step.path("run").asText())).contains(".ci/example",
                "java scripts/Structure.java --check");
    }

    @Test
    void runsScriptsThatExist() throws Exception {
        assertThat(steps().map(step -> step.path("run").asText()).filter(run -> run.startsWith(".ci/")))
                .isNotEmpty().allMatch(Repository::has);
    }

    @Test
    void buildsWithTheJdkOfTheBuild() throws Exception {
        assertThat(steps().map(step -> step.at("/with/java-version").asText()).filter(version -> !version.isEmpty()))
                .isNotEmpty().containsOnly(jdk());
        assertThat(Repository.read(".devcontainer/Dockerfile")).containsPattern("FROM maven:\\S+-" + jdk() + "\\b");
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/dependabot.yml", ".github/ISSUE_TEMPLATE/bug.yml",
            ".github/ISSUE_TEMPLATE/proposal.yml", ".github/ISSUE_TEMPLATE/config.yml",
            ".devcontainer/devcontainer.json"})
    void isWellFormed(String file) throws Exception {
        assertThat(new YAMLMapper().readTree(Repository.read(file)).isObject()).isTrue();
    }

    private static Stream<JsonNode> steps() throws Exception {
        var jobs = new YAMLMapper().readTree(Repository.read(".github/workflows/verify.yml")).path("jobs");
        return jobs.valueStream().flatMap(job -> job.path("steps").valueStream());
    }

    private static String jdk() {
        var version = JAVA.matcher(Repository.read("pom.xml"));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
