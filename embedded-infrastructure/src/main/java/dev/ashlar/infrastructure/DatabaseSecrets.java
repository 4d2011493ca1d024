package dev.ashlar.infrastructure;

/**
 * The passwords of PostgreSQL: of the superuser {@code postgres}, of every {@code <service>_migrator} role and of
 * every service role.
 */
public record DatabaseSecrets(String superuser, String migrator, String service) {

    /** A record prints its components; passwords are not for logs. */
    @Override
    public String toString() {
        return "DatabaseSecrets[hidden]";
    }
}
