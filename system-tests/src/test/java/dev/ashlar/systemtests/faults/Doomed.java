package dev.ashlar.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Ashlar;
import dev.ashlar.systemtests.Shopper;
import java.util.Map;
import java.util.regex.Pattern;

/** A process that will stop at a place in its code, wait there, and be killed. */
record Doomed(String name, long stopsBefore) {

    private static final Pattern STOPPED = Pattern.compile("waiting to be killed");

    /** Starts the process again, told to stop at the place. */
    static Doomed at(String place, String name) {
        Ashlar.run("kill", name, "--signal", "TERM");
        Ashlar.with(Map.of("ASHLAR_JVM_OPTIONS", "-Dspring.profiles.include=stop-points", "STOP_POINT", place), "start",
                name);
        return new Doomed(name, stops(name));
    }

    /** Waits until it has stopped there, kills it with -9, and starts it as it should be. */
    void meetsItsEnd() {
        try {
            await().atMost(Shopper.SOON).until(() -> stops(name) > stopsBefore);
        } finally {
            Ashlar.run("kill", name);
            Ashlar.run("start", name);
        }
    }

    private static long stops(String name) {
        return STOPPED.matcher(Ashlar.run("logs", name)).results().count();
    }
}
