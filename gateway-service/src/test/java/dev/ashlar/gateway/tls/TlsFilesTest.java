package dev.ashlar.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class TlsFilesTest {

    @TempDir
    private static Path folder;

    private static TestCertificate one;
    private static TestCertificate other;

    @BeforeAll
    static void create() {
        one = TestCertificate.writtenTo(folder.resolve("one"));
        other = TestCertificate.writtenTo(folder.resolve("other"));
    }

    @Test
    void acceptsACertificateWithItsKey() {
        assertThatCode(new TlsFiles(one.certificate(), one.privateKey())::check).doesNotThrowAnyException();
    }

    @Test
    void namesAMissingFile() {
        refuses(folder.resolve("absent.pem"), one.privateKey(), "TLS_CERTIFICATE", "absent.pem", "can't be read");
        refuses(one.certificate(), folder.resolve("absent.pem"), "TLS_PRIVATE_KEY", "absent.pem", "can't be read");
        refuses(folder, one.privateKey(), "TLS_CERTIFICATE", folder.toString(), "can't be read");
    }

    @Test
    void namesAFileThatIsNotPem() throws IOException {
        var text = Files.writeString(folder.resolve("text.pem"), "certificate");
        var broken = Files.writeString(folder.resolve("broken.pem"),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        refuses(text, one.privateKey(), "TLS_CERTIFICATE", "text.pem", "no readable certificate");
        refuses(broken, one.privateKey(), "TLS_CERTIFICATE", "broken.pem", "no readable certificate");
        refuses(one.certificate(), text, "TLS_PRIVATE_KEY", "text.pem", "no readable private key");
        refuses(one.certificate(), one.certificate(), "TLS_PRIVATE_KEY", "certificate.pem", "no readable private key");
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() {
        refuses(one.certificate(), other.privateKey(), "TLS_PRIVATE_KEY", "key.pem", "not the key");
    }

    @Test
    void needsBothVariables() {
        var environment = new StandardEnvironment();
        environment.getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("TLS_CERTIFICATE", one.certificate().toString())));

        assertThatExceptionOfType(TlsRefused.class)
                .isThrownBy(() -> new TlsEnvironment().postProcessEnvironment(environment, new SpringApplication()))
                .withMessageContaining("Only one of TLS_CERTIFICATE and TLS_PRIVATE_KEY");
    }

    @Test
    void saysWhatToDo() {
        var refusal = TlsRefused.of("TLS_CERTIFICATE", Path.of("a.pem"), "is empty", "Write a certificate.");

        var analysis = new TlsRefused.Analyzer().analyze(refusal, refusal);

        assertThat(analysis.getDescription()).isEqualTo("TLS_CERTIFICATE: the file a.pem is empty.");
        assertThat(analysis.getAction()).isEqualTo("Write a certificate.");
    }

    private static void refuses(Path certificate, Path key, String... parts) {
        assertThatExceptionOfType(TlsRefused.class).isThrownBy(new TlsFiles(certificate, key)::check)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(parts));
    }
}
