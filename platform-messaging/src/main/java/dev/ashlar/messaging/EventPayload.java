package dev.ashlar.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The data of an event. Its type is repeated in it, so that the JSON alone tells what it is. */
public interface EventPayload {

    /** For example {@code order.created}. */
    @JsonProperty(value = "type", index = 0)
    String type();
}
