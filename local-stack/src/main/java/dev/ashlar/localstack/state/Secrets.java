package dev.ashlar.localstack.state;

import java.security.SecureRandom;
import java.util.Base64;

import dev.ashlar.infrastructure.DatabaseSecrets;

/**
 * What nobody outside this installation knows. Made at random once, forgotten by {@code reset}.
 *
 * @param databaseRoles what the passwords of the services' roles are derived from
 * @param signingKey 32 bytes in Base64: user-service's {@code SIGNING_KEY_SECRET}
 */
public record Secrets(String databaseSuperuser, String databaseRoles, String signingKey,
        String demoAdmin, String demoShopper) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secrets random() {
        return new Secrets(password(), password(), Base64.getEncoder().encodeToString(bytes(32)), password(),
                password());
    }

    public DatabaseSecrets database() {
        return new DatabaseSecrets(databaseSuperuser, databaseRoles);
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
