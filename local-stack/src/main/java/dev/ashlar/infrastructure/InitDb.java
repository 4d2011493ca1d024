package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Folders;
import dev.ashlar.process.StackFailure;

/** Lays out an empty cluster, or nothing at all if it fails half-way. */
record InitDb(Path programs, Path data, InfrastructureSecrets secrets) {

    void run() throws IOException, InterruptedException {
        if (!Folders.children(data).isEmpty()) {
            throw new StackFailure(
                    "%s has files, but no PG_VERSION: restore what is lost, or forget all data with ./ashlar reset"
                            .formatted(data));
        }
        Folders.deleteDrafts(data.getParent());
        Folders.delete(data); // empty
        Folders.fillOnce(data, draft -> {
            var password = Files.createTempFile("ashlar-", ".password");
            try {
                Files.writeString(password, secrets.superuser());
                ChildProcess.run(draft, Map.of("LC_ALL", "C"), command(draft, password));
            } finally {
                Files.delete(password);
            }
        });
    }

    /** The built-in locale sorts the same on every machine, whatever its C library. */
    private List<String> command(Path draft, Path password) throws IOException {
        var command = new ArrayList<>(PostgresAccount.prefix());
        command.addAll(List.of(programs.resolve("initdb").toString(), "--pgdata=" + draft, "--username=postgres",
                "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin",
                "--locale=C.UTF-8", "--no-sync", "--no-instructions"));
        return command;
    }
}
