package com.example.greetings;

import dev.ashlar.messaging.EventPayload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The data of an event. An event that violates the constraints becomes a dead letter. */
record GreetingSent(@NotNull UUID id, @NotBlank String text) implements EventPayload {

    @Override
    public String type() {
        return "greeting.sent";
    }
}
