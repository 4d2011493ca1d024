package dev.ashlar.localstack.script;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ashlar.localstack.home.Json;
import dev.ashlar.localstack.home.JsonFile;
import dev.ashlar.localstack.stack.FreeOffset;
import dev.ashlar.process.Loopback;
import tools.jackson.databind.JsonNode;

/**
 * The real {@code ashlar} script with its own home, in a copy of the repository where only the command line is built.
 */
final class Script {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    /** Bytes, because the charset of this JVM may lack non-ASCII letters. */
    private static final String PREPARE = """
            set -e
            repository=$0/'a b, '$'\\303\\274'
            [ ! -d "$repository" ] || exit 0
            mkdir -p "$repository/local-stack/target"
            cd "$1"
            cp -r ../ashlar ../pom.xml ../services.txt ../provisioning "$repository"
            cp -r pom.xml find-jdk.sh src "$repository/local-stack"
            cp -r target/local-stack.jar target/lib "$repository/local-stack/target"
            """;
    private static final String RUN = "repository=$0/'a b, '$'\\303\\274'; umask 077; exec \"$repository/ashlar\" \"$@\"";
    private static final Path FOLDER = MODULE.resolve("target/script-tests/" + ProcessHandle.current().pid());

    private final Path home;
    private final int offset = FreeOffset.find();
    private final Map<String, String> environment = new HashMap<>();

    record Result(int exit, String out, String err) {}

    Script(Path folder) {
        home = folder.resolve("home");
        environment.put("ASHLAR_HOME", home.toString());
        environment.put("ASHLAR_PORT_OFFSET", Integer.toString(offset));
        environment.put("ASHLAR_BUILD", "never");
        try {
            Files.createDirectories(FOLDER);
            if (new ProcessBuilder("bash", "-c", PREPARE, FOLDER.toString(), MODULE.toString()).inheritIO().start()
                    .waitFor() != 0) {
                throw new IllegalStateException("No copy of the repository");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Null removes a variable. */
    Script with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path home() {
        return home;
    }

    int offset() {
        return offset;
    }

    /** Runs a shell command in the folder of the repository. */
    void inRepository(String command) throws IOException {
        var shell = new ProcessBuilder("bash", "-ec", "cd \"$0\"/'a b, '$'\\303\\274'; eval \"$1\"", FOLDER.toString(),
                command).inheritIO().start();
        if (shell.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(command);
        }
    }

    Result run(String... arguments) {
        try {
            var running = start(arguments);
            var exit = running.process().waitFor();
            return new Result(exit, Files.readString(running.out()), Files.readString(running.err()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Running(Process process, Path out, Path err) {

        String output() {
            try {
                return Files.readString(out) + Files.readString(err);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Running start(String... arguments) throws IOException {
        var out = Files.createTempFile(FOLDER, "command", ".out");
        var err = Files.createTempFile(FOLDER, "command", ".err");
        var command = new ArrayList<>(List.of("bash", "-c", RUN, FOLDER.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        environment.forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return new Running(builder.start(), out, err);
    }

    JsonNode status(String name) {
        var status = run("status", "--json");
        if (status.exit() != 0) {
            throw new AssertionError("status failed: " + status);
        }
        return Json.MAPPER.readTree(status.out())
                .path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String state(String name) {
        return status(name).path("state").asString();
    }

    long pid(String name) {
        return status(name).path("pid").asLong();
    }

    ProcessHandle supervisor() {
        return supervisorIfAny().orElseThrow();
    }

    Optional<ProcessHandle> supervisorIfAny() {
        return new JsonFile<>(home.resolve("supervisor.json"), JsonNode.class).read()
                .flatMap(access -> ProcessHandle.of(access.path("pid").asLong()));
    }

    /** The first line of a Redis reply. */
    static String redis(int port, String command) {
        var answer = new StringBuilder();
        Loopback.answers(port, (command + "\r\n").getBytes(), response -> {
            for (var next = response.read(); next != '\r' && next != -1; next = response.read()) {
                answer.append((char) next);
            }
            return true;
        });
        return answer.toString();
    }
}
