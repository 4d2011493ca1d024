package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.Http;

/** The Prometheus metrics of a process. */
record Metrics(String text) {

    static Metrics of(EntryPoint entryPoint) {
        return new Metrics(Http.get(entryPoint.managementUri("/actuator/prometheus")).expect(200).raw().body());
    }

    /** The first series with the name. */
    double value(String name) {
        return text.lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }
}
