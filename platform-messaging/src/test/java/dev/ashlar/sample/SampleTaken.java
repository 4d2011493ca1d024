package dev.ashlar.sample;

import dev.ashlar.messaging.EventPayload;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** An event that the sample application sends and receives. */
record SampleTaken(@NotNull UUID subject, @NotNull String name) implements EventPayload {

    @Override
    public String type() {
        return "sample.taken";
    }
}
