package dev.ashlar.chassis.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A proxy that terminates TLS for a Redis, with a certificate for 127.0.0.1 only. */
record TlsFront(SSLServerSocket entrance, URI redis, Path certificate) implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    static TlsFront before(String redis, Path folder) throws Exception {
        var store = folder.resolve("keys.p12");
        var certificate = folder.resolve("certificate.pem");
        keytool("-genkeypair", "-alias", "redis", "-keyalg", "EC", "-dname", "CN=redis", "-ext", "san=ip:127.0.0.1",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD);
        keytool("-exportcert", "-rfc", "-alias", "redis", "-keystore", store.toString(), "-storepass", PASSWORD,
                "-file", certificate.toString());
        var front = new TlsFront(listen(store), URI.create(redis), certificate);
        Thread.ofVirtual().start(front::accept);
        return front;
    }

    /** The URL of the proxy, with user and password of the Redis. */
    String url(String host) {
        var user = redis.getRawUserInfo() == null ? "" : redis.getRawUserInfo() + "@";
        return "rediss://%s%s:%d".formatted(user, host, entrance.getLocalPort());
    }

    private static SSLServerSocket listen(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50,
                InetAddress.getLoopbackAddress());
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                var far = new Socket(redis.getHost(), redis.getPort());
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
            } catch (IOException e) {
                return; // closed at the end of the test
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The client refused the certificate or disconnected, so both ends close.
        }
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
