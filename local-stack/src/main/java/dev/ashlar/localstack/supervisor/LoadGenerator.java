package dev.ashlar.localstack.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.Signal;

/** Runs {@code ./ashlar load} as a child process, one at a time. */
final class LoadGenerator {

    private static final String MAIN = "dev.ashlar.localstack.command.Ashlar";
    private static final int MOST_ORDERS_A_SECOND = 200;
    private static final int MOST_SECONDS = 300;
    private static final Duration UNTIL_ENDED = Duration.ofSeconds(10);

    private final Home home;
    private final Semaphore turn = new Semaphore(1);

    LoadGenerator(Home home) {
        this.home = home;
    }

    /** The body of {@code POST /load}. */
    record LoadRequest(int ordersPerSecond, int seconds) {

        private void validate() {
            if (ordersPerSecond < 1 || ordersPerSecond > MOST_ORDERS_A_SECOND || seconds < 1
                    || seconds > MOST_SECONDS) {
                throw new Misuse("orders_per_second is a number from 1 to %d, and seconds from 1 to %d"
                        .formatted(MOST_ORDERS_A_SECOND, MOST_SECONDS));
            }
        }
    }

    /** Opens the response after the process has started. */
    interface ResponseBody {

        OutputStream open() throws IOException;
    }

    /**
     * Copies the output of the load, with the ledger at its end, to the response. Ends the load if the client disconnects.
     *
     * @throws Operations.Busy if another load runs
     */
    void run(LoadRequest request, ResponseBody response) throws IOException {
        request.validate();
        if (!turn.tryAcquire()) {
            throw new Operations.Busy();
        }
        try {
            var process = ChildProcess.startWithOutput(home.folder(), environment(), command(request));
            try (var output = process.getInputStream(); var body = response.open()) {
                var buffer = new byte[1024];
                for (var read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                    body.write(buffer, 0, read);
                    body.flush();
                }
            } finally {
                Signal.KILL.stop(process.toHandle(), UNTIL_ENDED);
            }
        } finally {
            turn.release();
        }
    }

    private Map<String, String> environment() {
        return Map.of(Java.CLASS_PATH, System.getProperty("java.class.path"), "ASHLAR_HOME", home.folder().toString());
    }

    private List<String> command(LoadRequest request) {
        var options = new ArrayList<>(List.of("-Dashlar.repository=" + home.repository()));
        options.add("-Dashlar.cli=" + System.getProperty("ashlar.cli", ""));
        return Java.command(options, List.of(MAIN, "load", "--orders-per-second",
                Integer.toString(request.ordersPerSecond()), "--seconds", Integer.toString(request.seconds())));
    }
}
