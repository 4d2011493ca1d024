package dev.ashlar.localstack.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    @TempDir
    private Path home;
    private SecretsFile file;

    @BeforeEach
    void open() {
        file = new SecretsFile(new Workspace(home, home, 0));
    }

    @Test
    void makesSecretsOnce() {
        assertThat(file.read()).isEmpty();

        var made = file.readOrCreate();

        assertThat(file.readOrCreate()).isEqualTo(made);
        assertThat(file.read()).contains(made);
    }

    @Test
    void makesOthersAfterTheyWereForgotten() {
        var before = file.readOrCreate();
        file.delete();

        assertThat(file.readOrCreate()).isNotEqualTo(before);
    }

    @Test
    void agreesOnOneSetWhenSeveralStartAtOnce() {
        var made = IntStream.range(0, 8).parallel().mapToObj(_ -> file.readOrCreate()).toList();

        assertThat(new HashSet<>(made)).hasSize(1);
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        file.readOrCreate();

        assertThat(Files.getPosixFilePermissions(home.resolve("secrets.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void makesPasswordsThatThePlatformAcceptsAndAKeyOf256Bits() {
        var secrets = file.readOrCreate();

        assertThat(List.of(secrets.demoAdmin(), secrets.demoShopper())).allSatisfy(
                password -> assertThat(password).hasSizeBetween(15, 128));
        assertThat(Base64.getDecoder().decode(secrets.signingKey())).hasSize(32);
    }

    @Test
    void doesNotPrintThem() {
        var secrets = file.readOrCreate();

        assertThat(secrets.toString()).doesNotContain(secrets.demoAdmin(), secrets.signingKey());
    }
}
