package dev.ashlar.localstack.home;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import dev.ashlar.process.StackFailure;

class SecretsTest {

    @TempDir
    private Path home;
    private Home stack;

    @BeforeEach
    void open() {
        stack = new Home(home, home, 0);
    }

    @Test
    void generatesSecretsOnce() throws IOException {
        assertThat(Secrets.read(stack)).isEmpty();

        var made = Secrets.readOrCreate(stack);

        assertThat(Secrets.readOrCreate(stack)).isEqualTo(made);
        assertThat(Secrets.read(stack)).contains(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "null", "[]", "\0"})
    void treatsABrokenFileAsMissing(String content) throws IOException {
        Files.writeString(home.resolve("secrets.json"), content);

        assertThat(Secrets.read(stack)).isEmpty();
    }

    @Test
    void restoresABrokenFileFromTheCopyBesideTheData() throws IOException {
        var made = Secrets.readOrCreate(stack);
        Files.writeString(home.resolve("secrets.json"), "");

        assertThat(Secrets.readOrCreate(stack)).isEqualTo(made);
        assertThat(home.resolve("secrets.json")).isNotEmptyFile();
    }

    @Test
    void generatesNoNewSecretsForExistingData() throws IOException {
        Files.createDirectories(home.resolve("data/postgres"));

        assertThatThrownBy(() -> Secrets.readOrCreate(stack)).isInstanceOf(StackFailure.class)
                .hasMessageContaining("./ashlar reset");
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        Secrets.readOrCreate(stack);

        assertThat(Files.getPosixFilePermissions(home.resolve("secrets.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void generatesValidPasswordsAndAKeyOf256Bits() throws IOException {
        var secrets = Secrets.readOrCreate(stack);

        assertThat(List.of(secrets.demoAdmin(), secrets.demoShopper())).allSatisfy(
                password -> assertThat(password).hasSizeBetween(15, 128));
        assertThat(Base64.getDecoder().decode(secrets.signingKey())).hasSize(32);
    }

    @Test
    void doesNotPrintSecrets() throws IOException {
        var secrets = Secrets.readOrCreate(stack);

        assertThat(secrets.toString()).doesNotContain(secrets.demoAdmin(), secrets.signingKey());
    }
}
