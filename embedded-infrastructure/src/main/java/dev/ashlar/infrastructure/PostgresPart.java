package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL as zonky's artifacts bring it. */
record PostgresPart(Path data, Binaries binaries, int port, InfrastructureSecrets secrets, Durability durability)
        implements
            Part {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare() throws IOException {
        Loopback.requireFree(this);
        var programs = PostgresBinaries.in(binaries);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            new InitDb(programs, data, secrets).run();
        }
        PostgresConfiguration.write(data, port, durability);
    }

    @Override
    public Process start(Path log) throws IOException {
        Loopback.requireFree(this);
        new Postmaster(data).buryIfDead();
        var command = new ArrayList<>(PostgresAccount.prefix());
        command.addAll(List.of(PostgresBinaries.in(binaries).resolve("postgres").toString(), "-D", data.toString()));
        return Server.command(data, log, command).start();
    }

    @Override
    public boolean isReady() {
        try (var superuser = database().connect("postgres")) {
            return superuser.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void provision() throws IOException {
        try {
            database().provision();
        } catch (SQLException e) {
            throw new PartFailed(name(), "could not be provisioned: " + e.getMessage(), e);
        }
    }

    /** Fast shutdown: it does not wait for clients to leave. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    private AshlarDatabase database() {
        return new AshlarDatabase(Loopback.ADDRESS, port, secrets);
    }
}
