package dev.ashlar.localstack.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.Json;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.supervisor.SupervisorAddress;
import dev.ashlar.localstack.supervisor.Event;
import dev.ashlar.localstack.supervisor.Event.ControlRequest;
import dev.ashlar.localstack.supervisor.StatusReport.State;
import dev.ashlar.localstack.supervisor.StatusReport;
import dev.ashlar.process.Signal;
import tools.jackson.databind.JsonNode;

/**
 * The HTTP client of the commands for the supervisor. It uses {@code HttpURLConnection}, which loads in a tenth of the
 * time of {@code HttpClient}.
 */
final class SupervisorClient {

    private static final Duration UNTIL_ENDED = Duration.ofSeconds(60);
    private static final int READ_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 50;

    private final SupervisorAddress access;
    private boolean warned;

    SupervisorClient(SupervisorAddress access) {
        this.access = access;
    }

    StatusReport status() {
        return Json.MAPPER.convertValue(exchange("GET", "/status", null), StatusReport.class);
    }

    /** @return the pid of the process, and whether the signal has ended it */
    JsonNode kill(String name, String signal) {
        return exchange("POST", "/kill", new ControlRequest("", List.of(name), Map.of(), false, signal, Map.of()));
    }

    /**
     * Sends the request and waits for its result. If this JVM is interrupted meanwhile, the supervisor stops the processes
     * that the request has started.
     *
     * @return the result
     */
    Event run(String path, ControlRequest request, Terminal terminal, Consumer<Event> progress) {
        var cancel = new Thread(() -> {
            terminal.err().println("Interrupted: stopping what this command has started.");
            exchange("POST", "/cancel", request);
        }, "cancel");
        Runtime.getRuntime().addShutdownHook(cancel);
        try {
            var connection = open("POST", path, request);
            try (var lines = new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var event = Json.MAPPER.readValue(line, Event.class);
                    if (event.failures() != null) {
                        return event;
                    }
                    progress.accept(event);
                }
            }
            throw new StackFailure("The supervisor (pid %d) ended before it was done.".formatted(access.pid()));
        } catch (IOException e) {
            throw gone(e);
        } finally {
            removeHook(cancel);
        }
    }

    /** Waits until the supervisor has ended too, after {@code down}. */
    void awaitEnd() {
        ProcessHandle.of(access.pid()).ifPresent(process -> Signal.awaitEnd(process, UNTIL_ENDED));
    }

    /** Ends a supervisor that has started nothing, so that the next command may choose another port offset. */
    void endIfUnused() {
        if (status().processes().stream().allMatch(process -> process.state() == State.STOPPED)) {
            terminate();
            awaitEnd();
        }
    }

    void terminate() {
        ProcessHandle.of(access.pid()).ifPresent(ProcessHandle::destroy);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LockSupport.park(); // the shutdown hook is running and reports the outcome
        }
    }

    private JsonNode exchange(String method, String path, @Nullable ControlRequest request) {
        try (var body = open(method, path, request).getInputStream()) {
            return Json.MAPPER.readTree(body.readAllBytes());
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private HttpURLConnection open(String method, String path, @Nullable ControlRequest request) {
        try {
            while (true) {
                var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + access.port() + path).toURL()
                        .openConnection();
                connection.setRequestMethod(method);
                connection.setReadTimeout(READ_MILLIS);
                connection.setRequestProperty("Authorization", "Bearer " + access.token());
                if (request != null) {
                    connection.setRequestProperty("Content-Type", "application/json");
                    connection.setDoOutput(true);
                    connection.getOutputStream().write(Json.MAPPER.writeValueAsBytes(request));
                }
                switch (connection.getResponseCode()) {
                    case 200 -> {
                        return connection;
                    }
                    case 400 -> throw new Misuse(detail(connection));
                    case 503 -> {
                        pause(); // the operation of a killed command or of the console ends soon
                        warnOnce();
                    }
                    default -> throw new StackFailure(detail(connection));
                }
            }
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private void warnOnce() {
        if (!warned) {
            warned = true;
            System.err.println(
                    "the supervisor (pid %d) runs another operation, waiting for its end".formatted(access.pid()));
        }
    }

    /** Lets the console call the supervisor. */
    String fragment() {
        return "#supervisor=%d&token=%s".formatted(access.port(), access.token());
    }

    boolean isOfAnotherBuild() {
        return !access.build().equals(SupervisorAddress.thisBuild());
    }

    private static String detail(HttpURLConnection connection) throws IOException {
        try (var body = connection.getErrorStream()) {
            return Json.MAPPER.readTree(body.readAllBytes()).path("detail")
                    .asString("HTTP " + connection.getResponseCode());
        }
    }

    private StackFailure gone(IOException e) {
        return new StackFailure("The supervisor (pid %d) does not answer: %s".formatted(access.pid(), e), e);
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }
}
