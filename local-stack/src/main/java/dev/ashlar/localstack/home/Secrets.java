package dev.ashlar.localstack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.ashlar.infrastructure.InfrastructureSecrets;
import dev.ashlar.process.StackFailure;

/**
 * The secrets of this installation. They are generated once at random, and {@code reset} deletes them.
 *
 * @param databaseSuperuser password of PostgreSQL's {@code postgres}
 * @param clients the secret from which the passwords of services at PostgreSQL, Redis and Kafka are derived
 * @param signingKey 32 bytes in Base64: {@code SIGNING_KEY_SECRET} of user-service
 */
public record Secrets(String databaseSuperuser, String clients, String signingKey,
        String demoAdmin, String demoShopper) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A file that lacks a secret is broken. */
    public Secrets {
        Stream.of(databaseSuperuser, clients, signingKey, demoAdmin, demoShopper).forEach(Objects::requireNonNull);
    }

    public static Optional<Secrets> read(Home home) {
        return files(home).stream().flatMap(file -> file.read().stream()).findFirst();
    }

    public static Secrets readOrCreate(Home home) throws IOException {
        var known = read(home);
        if (known.isEmpty() && Files.exists(home.data().resolve("postgres"))) {
            throw new StackFailure(
                    "%s is missing or broken, and nothing else opens the data: restore it, or forget the data with ./ashlar reset"
                            .formatted(home.secrets()));
        }
        var secrets = known.orElseGet(Secrets::random);
        for (var file : files(home)) {
            if (file.read().isEmpty()) {
                file.write(secrets);
            }
        }
        return secrets;
    }

    /** The second copy is beside the data, which is useless without its secrets. */
    private static List<JsonFile<Secrets>> files(Home home) {
        return Stream.of(home.secrets(), home.data().resolve("secrets.json"))
                .map(path -> new JsonFile<>(path, Secrets.class))
                .toList();
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

    /** The default {@code toString} of a record would print secrets into logs. */
    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
