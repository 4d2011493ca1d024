package dev.ashlar.localstack.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The secrets as {@code secrets.json} keeps them, readable by its owner only. */
public final class SecretsFile {

    private final JsonFile<Secrets> file;
    private final Lock lock;

    public SecretsFile(Workspace workspace) {
        file = new JsonFile<>(workspace.secrets(), Secrets.class);
        lock = new Lock(workspace.runs().resolve("secrets.lock"));
    }

    public Optional<Secrets> read() {
        return file.read();
    }

    /** Two commands that start at once must agree on one set. */
    public Secrets readOrCreate() {
        try {
            return lock.holding(() -> file.read().orElseGet(this::create));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Secrets create() {
        var secrets = Secrets.random();
        file.write(secrets);
        return secrets;
    }

    public void delete() {
        file.delete();
    }
}
