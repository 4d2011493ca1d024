package dev.ashlar.gateway.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for 127.0.0.1 in PEM files. */
public record TestCertificate(Path certificate, Path privateKey, X509Certificate issued) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Writes {@code certificate.pem} and {@code key.pem}. Replaces earlier files. */
    public static TestCertificate writtenTo(Path folder) {
        try {
            Files.createDirectories(folder);
            var store = folder.resolve("keys.p12");
            Files.deleteIfExists(store);
            keytool("-genkeypair", "-alias", "edge", "-keyalg", "EC", "-dname", "CN=edge", "-ext", "san=ip:127.0.0.1",
                    "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD));
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            var issued = (X509Certificate) keys.getCertificate("edge");
            return new TestCertificate(pem(folder.resolve("certificate.pem"), "CERTIFICATE", issued.getEncoded()),
                    pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey("edge", PASSWORD).getEncoded()), issued);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts only the given certificates. */
    public static SSLContext trusting(TestCertificate... trusted) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        for (var one : trusted) {
            store.setCertificateEntry(one.issued().getSerialNumber().toString(), one.issued());
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Path pem(Path file, String type, byte[] content) throws IOException {
        var base64 = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, base64));
    }

    private static void keytool(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        var keytool = new ProcessBuilder(command).inheritIO().start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }
}
