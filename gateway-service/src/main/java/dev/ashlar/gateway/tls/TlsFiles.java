package dev.ashlar.gateway.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The two PEM files.
 *
 * @param certificate the certificate of the server, then those of intermediate authorities
 * @param privateKey of the first certificate, not encrypted
 */
record TlsFiles(Path certificate, Path privateKey) {

    static final String CERTIFICATE = "TLS_CERTIFICATE";
    static final String PRIVATE_KEY = "TLS_PRIVATE_KEY";

    /** @throws TlsRefused if a file is unreadable, or if both do not belong together */
    void check() {
        var first = firstCertificate();
        var key = key();
        if (!belongTogether(first, key)) {
            throw TlsRefused.of(PRIVATE_KEY, privateKey,
                    "is not the key of the first certificate in " + certificate,
                    "Set both variables to files of the same issue, with the server's certificate first.");
        }
    }

    private X509Certificate firstCertificate() {
        try {
            return read(CERTIFICATE, certificate).getCertificates().getFirst();
        } catch (RuntimeException e) {
            throw refused(e, TlsRefused.of(CERTIFICATE, certificate, "has no readable certificate",
                    "Write certificates in PEM, between BEGIN CERTIFICATE and END CERTIFICATE."));
        }
    }

    private PrivateKey key() {
        try {
            var key = read(PRIVATE_KEY, privateKey).getPrivateKey();
            if (key != null) {
                return key;
            }
            throw new IllegalStateException("no key");
        } catch (RuntimeException e) {
            throw refused(e, TlsRefused.of(PRIVATE_KEY, privateKey, "has no readable private key",
                    "Write the key in PEM without a password, between BEGIN PRIVATE KEY and END PRIVATE KEY."));
        }
    }

    private static TlsRefused refused(RuntimeException e, TlsRefused otherwise) {
        return e instanceof TlsRefused refusal ? refusal : otherwise;
    }

    private static PemContent read(String variable, Path file) {
        try {
            return PemContent.of(Files.readString(file));
        } catch (IOException e) {
            throw TlsRefused.of(variable, file, "can't be read (" + e.getClass().getSimpleName() + ")",
                    "Set the variable to a PEM file that the user of this process can read.");
        }
    }

    /** Signs a text with the key and verifies it with the certificate. */
    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        try {
            var signature = Signature.getInstance(switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            });
            signature.initSign(key);
            signature.update((byte) 1);
            var signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
