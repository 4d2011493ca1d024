package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert on a metric that no service exports never fires, and promtool cannot see that. */
@ExtendWith(RunningStack.class)
class AlertsIT {

    private static final Pattern METRIC = Pattern.compile("\\b(?:ashlar|http|hikaricp)_[a-z_]+");

    @Test
    void usesOnlyMetricsThatServicesExport() throws Exception {
        Shopper.registered(); // makes requests that the metrics count

        await().untilAsserted(() -> assertThat(exported()).containsAll(used()));
    }

    private static Set<String> used() throws IOException {
        try (var lines = Files.lines(Path.of(System.getProperty("repository.root"), "monitoring", "alerts.yml"))) {
            var used = lines.flatMap(line -> METRIC.matcher(line).results()).map(found -> found.group())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(used).hasSizeGreaterThan(10);
            return used;
        }
    }

    private static Set<String> exported() {
        return IntStream.rangeClosed(9080, 9085).mapToObj(AlertsIT::metrics).flatMap(String::lines)
                .filter(line -> !line.startsWith("#")).map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static String metrics(int port) {
        return Http.get(Http.uri(port, "/actuator/prometheus")).expect(200).raw().body();
    }
}
