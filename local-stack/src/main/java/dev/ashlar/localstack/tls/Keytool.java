package dev.ashlar.localstack.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.ashlar.process.StackFailure;

/** The tool of the JDK that makes keys and signs certificates. The JDK has no public API for it. */
final class Keytool {

    private Keytool() {}

    /** Adds a key with its certificate to a key store. */
    static void generate(Path store, String password, String alias, String days, String... options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass:env",
                "STORE_PASSWORD",
                "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", days));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STORE_PASSWORD", password);
        var keytool = builder.start();
        var output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new StackFailure("keytool could not make a certificate: " + output.strip());
        }
    }
}
