package dev.ashlar.localstack.command;

import java.util.UUID;

import dev.ashlar.localstack.command.Terminal.Colour;
import dev.ashlar.localstack.supervisor.StatusReport;
import dev.ashlar.localstack.supervisor.StatusReport.Credentials;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that use the platform as a client does. */
@Command
record ShopCommands(Context context) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** {@code demo}: runs the golden journey and prints each step. */
    @Command
    void demo() throws Exception {
        var status = context.demandSupervisor().status();
        for (var step : new GoldenJourney(new GatewayClient(status), adminPassword(status)).steps()) {
            var start = System.nanoTime();
            try {
                var outcome = step.action().call();
                context.terminal().out().printf("%6d ms  %s %s%n", (System.nanoTime() - start) / NANOS_PER_MILLI,
                        context.terminal().paint(Colour.GREEN, "%-14s".formatted(step.name())), outcome);
            } catch (StackFailure failure) {
                throw new StackFailure("The step '%s' failed: %s".formatted(step.name(), failure.getMessage()),
                        failure);
            }
        }
    }

    @Command
    void trace(@Parameters(paramLabel = "ORDER_ID") String order) throws InterruptedException {
        try {
            UUID.fromString(order);
        } catch (IllegalArgumentException e) {
            throw new Misuse("'%s' is no id of an order".formatted(order));
        }
        var status = context.demandSupervisor().status();
        var api = new GatewayClient(status);
        var session = api.logIn("admin@ashlar.local", adminPassword(status));
        var token = session.path("access_token").asString();
        try {
            new Trace(api, token, order, new MissingStep(api, status, token, order)).print(context.terminal());
        } finally {
            api.delete("/sessions/" + session.path("session_id").asString(), token);
        }
    }

    @Command
    int load(@Option(names = "--orders-per-second", defaultValue = "10") int rate,
            @Option(names = "--seconds", defaultValue = "60") int seconds) throws InterruptedException {
        if (rate < 1 || seconds < 1) {
            throw new Misuse("--orders-per-second and --seconds are numbers from 1");
        }
        return new OrderLoad(new GatewayClient(context.demandSupervisor().status()), context.terminal(), rate, seconds)
                .run();
    }

    private static String adminPassword(StatusReport status) {
        return status.credentials()
                .stream()
                .filter(account -> account.role().equals("admin"))
                .map(Credentials::password)
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no demo account; ./ashlar up starts the platform."));
    }
}
