package dev.ashlar.gateway.system;

import dev.ashlar.chassis.health.HealthReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests {@code /health/detailed} of many instances in parallel, with one timeout for all. Thread-safe. */
@Component
final class HealthRequests {

    /** Longer than the 1.2 s of the slowest check, and short enough for a response within 2 s. */
    private static final long TIMEOUT_MILLIS = 1_800;
    private static final int MAX_BYTES = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json;

    HealthRequests(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param authorization of the caller, because the instances require an admin too
     * @return the health in the sequence of the addresses
     */
    List<InstanceHealth> send(List<URI> addresses, String authorization) throws InterruptedException {
        var calls = addresses.stream()
                .<Callable<InstanceHealth>>map(address -> () -> send(address, authorization)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(calls, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            return IntStream.range(0, results.size()).mapToObj(i -> results.get(i).state() == Future.State.SUCCESS
                    ? results.get(i).resultNow()
                    : InstanceHealth.unreachable(addresses.get(i))).toList();
        }
    }

    private InstanceHealth send(URI address, String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/health/detailed"))
                .header(HttpHeaders.AUTHORIZATION, authorization).build();
        var body = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES)).body();
        try {
            return InstanceHealth.of(address, json.readValue(body, HealthReport.class));
        } catch (JacksonException _) { // a problem document, for example if the instance cannot look up the session
            return InstanceHealth.unhealthy(address);
        }
    }
}
