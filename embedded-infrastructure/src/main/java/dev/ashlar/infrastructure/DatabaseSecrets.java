package dev.ashlar.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passwords of PostgreSQL. Each role has one of its own, so that no service can log in as another's.
 *
 * @param superuser password of {@code postgres}
 * @param roles what the passwords of all other roles are derived from; no password itself, and no service may know it
 */
public record DatabaseSecrets(String superuser, String roles) {

    private static final String ALGORITHM = "HmacSHA256";

    /** Password of the role {@code <service>}. */
    public String service(String service) {
        return derived(service);
    }

    /** Password of the role {@code <service>_migrator}. */
    public String migrator(String service) {
        return derived(AshlarDatabase.migratorOf(service));
    }

    private String derived(String role) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(roles.getBytes(UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(role.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** A record prints its components; passwords are not for logs. */
    @Override
    public String toString() {
        return "DatabaseSecrets[hidden]";
    }
}
