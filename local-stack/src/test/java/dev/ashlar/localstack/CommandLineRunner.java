package dev.ashlar.localstack;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

import dev.ashlar.localstack.state.Json;
import tools.jackson.databind.JsonNode;

/** Runs commands in this JVM, on an installation of its own. */
final class CommandLineRunner {

    private final Map<String, String> environment;
    private ByteArrayOutputStream output = new ByteArrayOutputStream();
    private ByteArrayOutputStream errors = new ByteArrayOutputStream();

    CommandLineRunner(Path home, int portOffset) {
        environment = Map.of("ASHLAR_HOME", home.toString(), "ASHLAR_PORT_OFFSET", Integer.toString(portOffset));
    }

    /** @return the exit code */
    int run(String... arguments) {
        output = new ByteArrayOutputStream();
        errors = new ByteArrayOutputStream();
        return Ashlar.run(arguments, environment, new PrintStream(output), new PrintStream(errors));
    }

    /** What the last command printed. */
    String output() {
        return output.toString();
    }

    /** What the last command complained about. */
    String errors() {
        return errors.toString();
    }

    JsonNode status(String name) {
        run("status", "--json");
        return Json.MAPPER.readTree(output())
                .path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
