package dev.ashlar.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {

    @TempDir
    private Path folder;
    private Application application;

    @BeforeEach
    void unpack() throws IOException {
        var jar = folder.resolve("some-service.jar");
        jar(jar, "application.yml", "limit: ${LIMITS_ENABLED:true}\nport: ${SERVER_PORT:8080}\nmail: ${SMTP_HOST:}");
        application = new Application(jar, folder.resolve("copies"));
        var copy = Files.createDirectories(folder.resolve("copies").resolve(JarChecksum.of(jar).orElseThrow()));
        Files.copy(jar, copy.resolve("some-service.jar"));
        jar(Files.createDirectory(copy.resolve("lib")).resolve("chassis-1.0.jar"), "defaults.yml",
                "pool: ${DATABASE_POOL_SIZE:8}\nurl: ${DATABASE_URL:}\ngrace: ${SHUTDOWN_GRACE:3s}");
        jar(copy.resolve("lib/foreign-2.0.jar"), "foreign.properties", "x=${FOREIGN:}");
    }

    @Test
    void passesVariablesOfItsConfiguration() throws IOException {
        var documented = Map.of("LIMITS_ENABLED", "false", "DATABASE_POOL_SIZE", "4", "SHUTDOWN_GRACE", "1s",
                "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");

        assertThat(application.settings(documented)).containsExactlyInAnyOrderEntriesOf(documented);
    }

    @Test
    void dropsVariablesOfTheStackAndOfOtherProjects() throws IOException {
        assertThat(application
                .settings(Map.of("SPRING_DATASOURCE_URL", "x", "SPRING_PROFILES_ACTIVE", "x", "SERVER_PORT", "1",
                        "MANAGEMENT_SERVER_PORT", "1", "DATABASE_URL", "x", "SMTP_HOST", "x", "JAVA_TOOL_OPTIONS", "x",
                        "FOREIGN", "x",
                        "HTTPS_PROXY", "x", "LC_ALL", "x")))
                .isEmpty();
    }

    @Test
    void runsTheNewestCopyWhileThereIsNoJar() throws IOException, InterruptedException {
        var build = application.build();
        Files.delete(folder.resolve("some-service.jar"));

        application.unpack();

        assertThat(application.build()).isEqualTo(build);
        assertThat(application.unpacked()).exists();
    }

    @Test
    void keepsItsUnpackedBuildWhenTheJarIsReplaced() throws IOException, InterruptedException {
        application.unpack();
        var unpacked = application.unpacked();

        jar(folder.resolve("some-service.jar"), "application.yml", "another: build");

        assertThat(application.unpacked()).isEqualTo(unpacked).exists();
    }

    private static void jar(Path file, String name, String content) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.IMPLEMENTATION_VERSION, "1.0");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.putNextEntry(new ZipEntry(name));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
