package dev.ashlar.localstack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    private Path repository;

    @BeforeEach
    void write() throws IOException {
        write("pom.xml", "<project/>");
        write("services.txt", "order-service 8082");
        module("chassis", "");
        module("testing", "");
        module("order", dependency("chassis", "") + dependency("testing", "<scope>test</scope>"));
        module("user", dependency("chassis", ""));
    }

    @Test
    void areTheSameUntilSomethingChanges() throws IOException {
        var before = hash("order");

        assertThat(hash("order")).isEqualTo(before);
        write("order/src/main/java/A.java", "class A { int a; }");
        assertThat(hash("order")).isNotEqualTo(before);
    }

    @Test
    void includeDependenciesOfTheModuleOnly() throws IOException {
        var order = hash("order");
        var user = hash("user");

        write("order/src/main/java/A.java", "class A { int a; }");
        assertThat(hash("user")).isEqualTo(user);
        write("testing/src/main/java/A.java", "class A { int a; }");
        write("user/src/test/java/ATest.java", "");
        assertThat(hash("user")).isEqualTo(user);
        write("chassis/src/main/java/A.java", "class A { int a; }");
        assertThat(hash("user")).isNotEqualTo(user);
        assertThat(hash("order")).isNotEqualTo(order);
    }

    @Test
    void includeAFolderOfResourcesThatBelongsToNoModule() throws IOException {
        write("user/pom.xml", "<directory>${project.basedir}/../shared</directory>");
        write("shared/list.txt", "one");
        var before = hash("user");

        write("shared/list.txt", "two");

        assertThat(hash("user")).isNotEqualTo(before);
    }

    @Test
    void noticeADeletedFile() throws IOException {
        write("order/src/main/java/B.java", "class B {}");
        var before = hash("order");

        Files.delete(repository.resolve("order/src/main/java/B.java"));

        assertThat(hash("order")).isNotEqualTo(before);
    }

    private String hash(String module) throws IOException {
        return new Sources(repository, module).hash();
    }

    private void module(String name, String dependencies) throws IOException {
        write(name + "/pom.xml", "<project><dependencies>%s</dependencies></project>".formatted(dependencies));
        write(name + "/src/main/java/A.java", "class A {}");
    }

    private static String dependency(String module, String scope) {
        return "<dependency>\n <groupId>dev.ashlar</groupId>\n <artifactId>%s</artifactId>\n %s</dependency>"
                .formatted(module, scope);
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(repository.resolve(file).getParent());
        Files.writeString(repository.resolve(file), content);
    }
}
