package dev.ashlar.localstack.demo;

import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.supervisor.StatusReport.Credentials;
import dev.ashlar.localstack.supervisor.StatusReport;
import dev.ashlar.localstack.terminal.Terminal.Colour;
import dev.ashlar.localstack.terminal.Terminal;

public final class Demo {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private Demo() {}

    public static void run(StatusReport status, Terminal terminal) throws InterruptedException {
        for (var step : new GoldenJourney(new Api(status), adminPassword(status))
                .steps()) {
            var start = System.nanoTime();
            try {
                var outcome = step.action().run();
                terminal.out().printf("%6d ms  %s %s%n", (System.nanoTime() - start) / NANOS_PER_MILLI,
                        terminal.paint(Colour.GREEN, "%-14s".formatted(step.name())), outcome);
            } catch (StackFailure failure) {
                throw new StackFailure("The step '%s' failed: %s".formatted(step.name(), failure.getMessage()),
                        failure);
            }
        }
    }

    static String adminPassword(StatusReport status) {
        return status.credentials()
                .stream()
                .filter(account -> account.role().equals("admin"))
                .map(Credentials::password)
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no demo account; ./ashlar up starts the platform."));
    }
}
