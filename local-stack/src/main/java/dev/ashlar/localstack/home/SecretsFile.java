package dev.ashlar.localstack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import dev.ashlar.process.StackFailure;

/** The secrets as {@code secrets.json} keeps them, and once more beside the data that can't be used without them. */
public final class SecretsFile {

    private final Home home;
    private final JsonFile<Secrets> file;
    private final JsonFile<Secrets> copy;

    public SecretsFile(Home home) {
        this.home = home;
        file = new JsonFile<>(home.secrets(), Secrets.class);
        copy = new JsonFile<>(home.data().resolve("secrets.json"), Secrets.class);
    }

    public Optional<Secrets> read() {
        return file.read().or(copy::read);
    }

    /** @throws StackFailure if there is data, but nothing that opens it */
    public Secrets readOrCreate() throws IOException {
        var known = read();
        if (known.isEmpty() && Files.exists(home.data().resolve("postgres"))) {
            throw new StackFailure(
                    "%s is missing or broken, and nothing else opens the data: restore it, or forget the data with ./ashlar reset"
                            .formatted(home.secrets()));
        }
        var secrets = known.orElseGet(Secrets::random);
        for (var one : new JsonFile[]{file, copy}) {
            if (one.read().isEmpty()) {
                one.write(secrets);
            }
        }
        return secrets;
    }
}
