package dev.ashlar.localstack.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.ashlar.process.Sha256;

/** All sources of a module's jar: those of the module and of its dependencies. */
record Sources(Path repository, String module) {

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    /** Quoted instead of escaped, because scripts/Fork.java replaces the literal group. */
    private static final Pattern OURS = Pattern
            .compile("<groupId>" + Pattern.quote("dev.ashlar") + "</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    /** A folder of resources that belongs to no module. */
    private static final Pattern SHARED = Pattern
            .compile("<directory>\\$\\{project\\.basedir}/\\.\\./([^<]+)</directory>");

    String hash() throws IOException {
        var digest = Sha256.digest();
        add(digest, repository.resolve("pom.xml"));
        add(digest, repository.resolve("services.txt"));
        for (var one : modules()) {
            add(digest, repository.resolve(one).resolve("pom.xml"));
            addAll(digest, repository.resolve(one).resolve("src/main"));
            for (var shared : SHARED.matcher(pom(one)).results().map(match -> match.group(1)).toList()) {
                addAll(digest, repository.resolve(shared));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void addAll(MessageDigest digest, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                add(digest, file);
            }
        }
    }

    private String pom(String one) throws IOException {
        return Files.readString(repository.resolve(one).resolve("pom.xml"));
    }

    private void add(MessageDigest digest, Path file) throws IOException {
        digest.update(repository.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Files.readAllBytes(file));
    }

    private Set<String> modules() throws IOException {
        var modules = new LinkedHashSet<String>();
        collect(module, modules);
        return modules;
    }

    private void collect(String one, Set<String> modules) throws IOException {
        if (modules.add(one)) {
            for (var dependency : (Iterable<String>) dependencies(one)::iterator) {
                collect(dependency, modules);
            }
        }
    }

    private Stream<String> dependencies(String one) throws IOException {
        return DEPENDENCY.matcher(pom(one))
                .results()
                .map(dependency -> dependency.group(1))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .flatMap(dependency -> OURS.matcher(dependency).results())
                .map(ours -> ours.group(1));
    }
}
