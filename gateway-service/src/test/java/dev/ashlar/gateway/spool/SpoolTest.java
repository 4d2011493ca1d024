package dev.ashlar.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

    private static final int KIB = 1_024;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8 * KIB, 8 * KIB + 1, 64 * KIB, 64 * KIB + 1, 64 * KIB + 2, 2_048 * KIB})
    void keepsAllBytesAndDeletesItsFile(int size) throws IOException {
        try (var spool = new SpoolFactory(1, 1, folder).open("client")) {
            var bytes = bytes(size);

            assertThat(spool.fill(new ByteArrayInputStream(bytes))).isTrue();

            assertThat(spool.size()).isEqualTo(size);
            assertThat(content(spool)).isEqualTo(bytes);
            assertThat(content(spool)).isEqualTo(bytes);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void needsNoFileForTheLargestJsonBody() throws IOException {
        try (var spool = new SpoolFactory(1, 0, folder).open("client")) {
            assertThat(spool.fill(new ByteArrayInputStream(bytes(64 * KIB)))).isTrue();
        }
    }

    @Test
    void needsNoPermitForASmallBody() throws IOException {
        try (var spool = new SpoolFactory(0, 0, folder).open("client")) {
            assertThat(spool.fill(new ByteArrayInputStream(bytes(8 * KIB - 1)))).isTrue();
        }
    }

    @Test
    void leavesTheRestInTheStreamIfItIsFull() throws IOException {
        var bytes = bytes(100 * KIB);
        var in = new ByteArrayInputStream(bytes);
        try (var spool = new SpoolFactory(1, 0, folder).open("client")) {
            assertThat(spool.fill(in)).isFalse();

            var whole = new ByteArrayOutputStream();
            spool.writeTo(whole);
            in.transferTo(whole);
            assertThat(whole.toByteArray()).isEqualTo(bytes);
        }
    }

    @Test
    void releasesItsPermits() throws IOException {
        var spools = new SpoolFactory(1, 1, folder);
        for (var i = 0; i < 3; i++) {
            try (var spool = spools.open("client"); var second = spools.open("client")) {
                assertThat(spool.fill(new ByteArrayInputStream(bytes(100 * KIB)))).isTrue();
                assertThat(second.fill(new ByteArrayInputStream(bytes(100 * KIB)))).isFalse();
            }
        }
    }

    private static byte[] content(Spool spool) throws IOException {
        var out = new ByteArrayOutputStream();
        spool.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
