package dev.ashlar.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passwords of the stores and of the broker. Each client has its own password at each server, so no service can log
 * in as another.
 * <p> All passwords except the superuser's are derived. They consist of letters, digits, {@code -} and {@code _}, so
 * they need no escaping in a URL, an ACL file or a shell.
 *
 * @param superuser password of PostgreSQL's {@code postgres}
 * @param clients the secret from which all other passwords are derived; no service may know it
 */
public record InfrastructureSecrets(String superuser, String clients) {

    /** The bucket of all services. Each has its own folder in the bucket. */
    public static final String S3_BUCKET = "ashlar";
    public static final String S3_ACCESS_KEY = "ashlar";

    private static final String ALGORITHM = "HmacSHA256";

    /** Password of the PostgreSQL role {@code <service>}, such as {@code order_service}. */
    public String service(String service) {
        return derived(service);
    }

    public String migrator(String service) {
        return derived(AshlarDatabase.migratorOf(service));
    }

    /**
     * Password of a user of one Redis.
     *
     * @param instance {@code redis-sessions} or {@code redis-cache}
     * @param user such as {@code order-service}
     */
    public String redis(String instance, String user) {
        return derived(instance + "/" + user);
    }

    public String kafka(String service) {
        return derived("kafka/" + service);
    }

    /** The secret key of {@link #S3_ACCESS_KEY}. S3Proxy has only one account. */
    public String s3() {
        return derived("s3");
    }

    private String derived(String client) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(clients.getBytes(UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(client.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The default {@code toString} of a record would print passwords into logs. */
    @Override
    public String toString() {
        return "InfrastructureSecrets[hidden]";
    }
}
