package dev.ashlar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    private Path folder;

    @Test
    void areInUseWhileAProcessRunsFromThem() throws Exception {
        var process = new ProcessBuilder("sh", "-c", "read -r line", folder.resolve("lib/some.jar").toString()).start();
        try {
            assertThat(Folders.isInUse(folder)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(Folders.isInUse(folder)).isFalse();
    }
}
