package dev.ashlar.systemtests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The control interface of the local stack. The command line, whose JVM must start first, reacts seconds later on a busy machine. */
record SupervisorControl(int port, String token) {

    /** @param file {@code supervisor.json} of the running stack */
    static SupervisorControl of(Path file) {
        var address = JsonMapper.shared().readTree(file.toFile());
        return new SupervisorControl(address.path("port").intValue(), address.path("token").asString());
    }

    /** Ends a process with {@code kill -9}. Returns when it is gone. */
    void kill(String name) {
        var body = JsonMapper.shared().writeValueAsString(Map.of("names", List.of(name)));
        var request = HttpRequest.newBuilder(URI.create("http://" + Http.HOST + ":" + port + "/kill"))
                .timeout(Duration.ofMinutes(1)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        Http.send(request, Http.HOST).expect(200);
    }
}
