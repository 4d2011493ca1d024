package dev.ashlar.localstack.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCertificateTest {

    @TempDir
    Path home;

    private LocalCertificate local;

    @BeforeEach
    void create() throws Exception {
        local = new LocalCertificate(home.resolve("tls"));
        local.createIfMissing();
    }

    @Test
    void isSignedByTheAuthority() throws Exception {
        var server = read(local.certificate());
        var authority = read(local.authority());

        assertThatCode(() -> server.verify(authority.getPublicKey())).doesNotThrowAnyException();
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void isForThisMachineOnly() throws Exception {
        assertThat(read(local.certificate()).getSubjectAlternativeNames()).extracting(name -> name.get(1))
                .isEqualTo(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"));
    }

    @Test
    void letsOnlyTheOwnerReadTheKeyAndKeepsNoKeyOfTheAuthority() throws IOException {
        assertThat(Files.getPosixFilePermissions(local.privateKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(local.folder())) {
            assertThat(files).containsExactlyInAnyOrder(local.certificate(), local.privateKey(), local.authority());
        }
    }

    @Test
    void keepsACertificateThatExists() throws Exception {
        var before = Files.readString(local.certificate());

        local.createIfMissing();

        assertThat(Files.readString(local.certificate())).isEqualTo(before);
    }

    private static X509Certificate read(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
