package dev.ashlar.localstack.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private final ProcessIdentity thisProcess = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

    @Test
    void findsTheProcessAgain() {
        assertThat(thisProcess.handle()).contains(ProcessHandle.current());
    }

    @Test
    void isNotFooledByAnotherProcessWithTheSamePid() {
        var predecessor = new ProcessIdentity(thisProcess.pid(), thisProcess.started() - 1);

        assertThat(predecessor.isAlive()).isFalse();
        assertThat(predecessor.handle()).isEmpty();
    }

    @Test
    void knowsWhenTheProcessHasEnded() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sleep", "60").start();
        var identity = ProcessIdentity.of(process.pid()).orElseThrow();

        process.destroyForcibly().waitFor();

        assertThat(identity.isAlive()).isFalse();
    }
}
