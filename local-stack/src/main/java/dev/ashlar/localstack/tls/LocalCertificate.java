package dev.ashlar.localstack.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.UUID;

import dev.ashlar.process.AtomicFile;
import dev.ashlar.process.Folders;

/**
 * A certificate for this machine in PEM files, from a certificate authority that signs nothing else. Its key is deleted after the
 * signature. So whoever trusts the authority trusts this one certificate only.
 */
public record LocalCertificate(Path folder) {

    private static final String DAYS = "397"; // the longest that browsers accept
    private static final String[] AUTHORITY = {"-dname", "CN=Ashlar local CA", "-ext", "bc:c=ca:true,pathlen:0", "-ext",
            "ku:c=keyCertSign"};
    private static final String[] SERVER = {"-dname", "CN=Ashlar on this machine", "-signer", "authority", "-ext",
            "san=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1", "-ext", "ku:c=digitalSignature", "-ext",
            "eku=serverAuth"};

    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    public Path privateKey() {
        return folder.resolve("key.pem");
    }

    /** The certificate of the authority, for browsers and {@code curl --cacert}. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    public boolean exists() {
        return Files.exists(certificate()) && Files.exists(privateKey()) && Files.exists(authority());
    }

    /** Keeps files that exist. Writes them so that only their owner may read them. */
    public void createIfMissing() throws IOException, InterruptedException {
        if (exists()) {
            return;
        }
        Files.createDirectories(folder);
        var draft = Files.createTempDirectory(folder, "draft");
        try {
            var store = draft.resolve("keys.p12");
            var password = UUID.randomUUID().toString();
            Keytool.generate(store, password, "authority", DAYS, AUTHORITY);
            Keytool.generate(store, password, "server", DAYS, SERVER);
            write(KeyStore.getInstance(store.toFile(), password.toCharArray()), password);
        } catch (GeneralSecurityException e) {
            throw new IOException("The JDK can't read the certificate that its keytool made", e);
        } finally {
            Folders.delete(draft);
        }
    }

    private void write(KeyStore keys, String password) throws IOException, GeneralSecurityException {
        AtomicFile.write(authority(), pem("CERTIFICATE", keys.getCertificate("authority").getEncoded()));
        AtomicFile.write(privateKey(), pem("PRIVATE KEY", keys.getKey("server", password.toCharArray()).getEncoded()));
        AtomicFile.write(certificate(), pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
    }

    private static byte[] pem(String type, byte[] content) {
        var base64 = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, base64)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
