package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Folders;
import dev.ashlar.process.Loopback;
import dev.ashlar.process.Orphans;
import dev.ashlar.process.Signal;
import dev.ashlar.process.StackFailure;

/** PostgreSQL from the binaries of zonky's artifacts. */
record PostgresPart(Path data, Binaries binaries, int port, InfrastructureSecrets secrets, boolean durable)
        implements
            Part {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize();
        }
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(data.resolve("postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'
                shared_buffers = '64MB'
                huge_pages = off
                jit = off
                fsync = %2$s
                synchronous_commit = %2$s
                full_page_writes = %2$s
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%q%%u '
                log_checkpoints = off
                """.formatted(port, durable ? "on" : "off"));
    }

    @Override
    public Process start(Path log) throws IOException {
        // PostgreSQL refuses to start while a backend of a killed server runs, or while another process has the old pid.
        Orphans.killIn(data);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        return ChildProcess.start(data, log, Map.of(), command("postgres", "-D", data.toString()));
    }

    /** The built-in locale sorts equally on every machine, whatever its C library. */
    private void initialize() throws IOException, InterruptedException {
        if (!Folders.children(data).isEmpty()) {
            throw new StackFailure(
                    "%s has files, but no PG_VERSION: restore what is lost, or forget all data with ./ashlar reset"
                            .formatted(data));
        }
        Folders.deleteDrafts(data.getParent());
        Folders.delete(data); // the folder is empty
        Folders.fillOnce(data, draft -> {
            var password = Folders.draftFile(data.getParent());
            try {
                Files.writeString(password, secrets.superuser());
                ChildProcess.run(draft, Map.of("LC_ALL", "C"), command("initdb", "--pgdata=" + draft,
                        "--username=postgres", "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
                        "--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync", "--no-instructions"));
            } finally {
                Files.delete(password);
            }
        });
    }

    /**
     * PostgreSQL refuses to run as root. In a new user namespace it runs as nobody, while its files still belong to it.
     * This needs no new account and no change of owners.
     */
    private List<String> command(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(binaries.postgres().resolve(program).toString()));
        command.addAll(List.of(arguments));
        if (System.getProperty("user.name").equals("root")) {
            if (!namespacesAreAllowed()) {
                throw new StackFailure("it does not run as root, and this machine gives root no user namespace for it"
                        + " (unshare -U fails): start as another user");
            }
            command.addAll(0, List.of("unshare", "-U")); // exec replaces unshare by the server
        }
        return command;
    }

    private static boolean namespacesAreAllowed() throws IOException {
        var trial = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return trial.onExit().join().exitValue() == 0;
    }

    @Override
    public boolean isReady() {
        try (var superuser = database().connect("postgres")) {
            return superuser.isValid(Loopback.READ_MILLIS / 1000);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void provision() throws IOException {
        try {
            database().provision();
        } catch (SQLException e) {
            throw new StackFailure("it could not be provisioned: " + e.getMessage(), e);
        }
    }

    /** Fast shutdown, which disconnects clients. */
    @Override
    public Signal stopSignal() {
        return new Signal("INT");
    }

    private AshlarDatabase database() {
        return new AshlarDatabase(Loopback.ADDRESS, port, secrets);
    }
}
