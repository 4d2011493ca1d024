package dev.ashlar.infrastructure;

import java.time.Duration;

record RunningPart(Part part, Process process) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void stop() {
        Stops.stop(process.toHandle(), part.stopSignal(), PATIENCE);
    }
}
