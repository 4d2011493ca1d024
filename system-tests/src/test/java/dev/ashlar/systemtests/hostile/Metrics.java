package dev.ashlar.systemtests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a process says of itself on its management port. */
record Metrics(String text) {

    static Metrics of(Door door) {
        var request = HttpRequest.newBuilder(door.managementUri("/actuator/prometheus")).build();
        try {
            return new Metrics(Clients.usual().send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of the first series with the name. */
    double value(String name) {
        return text.lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }
}
