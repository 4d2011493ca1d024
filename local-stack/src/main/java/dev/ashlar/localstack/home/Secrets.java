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

    /** The second one is beside the data, which can't be used without it. */
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

    /** A record prints its components; secrets are not for logs. */
    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
