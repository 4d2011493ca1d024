package dev.ashlar.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Ashlar;
import dev.ashlar.systemtests.Shopper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processes that stop at a failpoint and wait there to be killed. */
record FailpointProcesses(List<String> names, List<Long> stopsBefore) {

    private static final Pattern STOPPED = Pattern.compile("waiting to be killed");
    private static final String AGENT = System.getProperty("failpoints.jar");

    /** Longer than a test needs to see the failpoint and to kill the process; a minute by default. */
    private static final String SHORT_LEASE_OF_MAILS = " -Dashlar.mail.lease=15s";

    /** Restarts the processes with the failpoint. The sessions of the killed consumers end while the new ones start. */
    static FailpointProcesses start(String failpoint, String... names) {
        Ashlar.kill(List.of(names));
        Ashlar.startWith(
                Map.of("ASHLAR_JVM_OPTIONS", "-javaagent:" + AGENT + "=" + failpoint + SHORT_LEASE_OF_MAILS),
                List.of(names));
        return new FailpointProcesses(List.of(names), stops(List.of(names)));
    }

    /** Waits until all have reached the failpoint, kills them with -9, and starts them without it. */
    void killAtFailpoint() {
        try {
            await().atMost(Shopper.TIMEOUT).until(() -> Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                    .allMatch(i -> stops(names.get(i)) > stopsBefore.get(i)));
        } finally {
            Ashlar.kill(names);
            Ashlar.start(names);
        }
    }

    private static List<Long> stops(List<String> names) {
        return names.stream().map(FailpointProcesses::stops).toList();
    }

    private static long stops(String name) {
        return STOPPED.matcher(Ashlar.log(name)).results().count();
    }
}
