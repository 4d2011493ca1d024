package dev.ashlar.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ashlar.localstack.stack.FreeOffset;

/** Runs commands in this JVM, without the script, on an installation where nothing runs. */
class AshlarTest {

    @TempDir
    private Path home;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "kill", "kill nobody", "kill kafka --signal 9x", "start", "start kafka#2",
            "logs ../x",
            "logs -n x", "up --nonsense", "up --scale kafka=2", "up --scale=kafka=2", "up --scale order-service=0",
            "up --scale order-service=99",
            "up --scale order-service", "up --scale order-service=two", "up --scale nobody=1", "up order-service",
            "restart kafka#2", "restart order-service#0", "restart order-service#100", "scale", "scale x=0",
            "scale order-service=2147483647", "train me", "restart", "restart nobody", "restart kafka --stale",
            "scale order-service",
            "scale kafka=2",
            "trace 1", "psql kafka", "topics a b", "topics --from MIDDLE", "load --seconds 0"})
    void exitsWithTwoOnInvalidArguments(String arguments) {
        assertThat(run(arguments, Integer.toString(FreeOffset.find()))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill kafka", "logs kafka", "demo", "load", "restart kafka", "scale order-service=2",
            "psql order-service",
            "topics", "trace 01a22210-b57c-7d6b-bfb9-6d04095ceedc"})
    void exitsWithOneIfNothingRuns(String arguments) {
        assertThat(run(arguments, Integer.toString(FreeOffset.find()))).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "40000", "99999999999", "1 2"})
    void refusesAnInvalidPortOffsetInOneLine(String offset) {
        assertThat(run("up", offset)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("ASHLAR_PORT_OFFSET");
    }

    /** The check that the script makes before it builds. */
    @ParameterizedTest
    @ValueSource(strings = {"up", "up --scale order-service=2 --scale=user-service=3 --fresh", "restart --stale",
            "restart order-service#2 kafka", "scale order-service=2 email-service=1", "train"})
    void onlyChecksTheArgumentsOnRequest(String arguments) {
        System.setProperty("ashlar.check", "true");
        try {
            assertThat(run(arguments, Integer.toString(FreeOffset.find()))).isZero();
            assertThat(home).isEmptyDirectory();
        } finally {
            System.clearProperty("ashlar.check");
        }
    }

    private int run(String arguments, String offset) {
        return Ashlar.run(arguments.split(" "),
                Map.of("ASHLAR_HOME", home.toString(), "ASHLAR_PORT_OFFSET", offset, "ASHLAR_BUILD", "never"),
                new PrintStream(out), new PrintStream(err));
    }
}
