package dev.ashlar.localstack.home;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;

import dev.ashlar.infrastructure.InfrastructureSecrets;

/**
 * What nobody outside this installation knows. Made at random once, forgotten by {@code reset}.
 *
 * @param databaseSuperuser password of PostgreSQL's {@code postgres}
 * @param clients what the services' passwords at PostgreSQL, Redis and Kafka are derived from
 * @param signingKey 32 bytes in Base64: user-service's {@code SIGNING_KEY_SECRET}
 */
public record Secrets(String databaseSuperuser, String clients, String signingKey,
        String demoAdmin, String demoShopper) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A file that lacks one of them is broken. */
    public Secrets {
        Stream.of(databaseSuperuser, clients, signingKey, demoAdmin, demoShopper).forEach(Objects::requireNonNull);
    }

    public static Secrets random() {
        return new Secrets(password(), password(), Base64.getEncoder().encodeToString(bytes(32)), password(),
                password());
    }

    public InfrastructureSecrets infrastructure() {
        return new InfrastructureSecrets(databaseSuperuser, clients);
    }

    private static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(18));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A record prints its components; secrets are not for logs. */
    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
