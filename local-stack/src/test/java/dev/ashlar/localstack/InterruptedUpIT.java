package dev.ashlar.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.ashlar.localstack.stack.FreeOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedUpIT {

    private static final int ENDED_BY_TERM = 128 + 15;

    @TempDir
    private Path home;

    @Test
    void stopsWhatItHasStarted() throws IOException, InterruptedException {
        int offset = FreeOffset.find();
        var up = up(offset);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(output()).contains("redis-cache: ready"));

        up.destroy();

        assertThat(up.waitFor()).isEqualTo(ENDED_BY_TERM);
        assertThat(processesBelowHome()).isEmpty();
        assertThat(new CommandLineRunner(home, offset).status("postgres").path("state").asString())
                .isEqualTo("stopped");
    }

    private Process up(int offset) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-Dashlar.repository=" + home, "-cp",
                System.getProperty("java.class.path"), "dev.ashlar.localstack.Ashlar", "up").redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile());
        builder.environment().put("ASHLAR_HOME", home.toString());
        builder.environment().put("ASHLAR_PORT_OFFSET", Integer.toString(offset));
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(home.resolve("output"));
    }

    /** Every server has its folder in its command line. */
    private List<String> processesBelowHome() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(home.toString()))
                .toList();
    }
}
