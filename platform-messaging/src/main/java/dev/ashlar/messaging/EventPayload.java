package dev.ashlar.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The data of an event. The JSON of the data repeats the event's type, so it can be read without the headers. */
public interface EventPayload {

    /** For example {@code order.created}. */
    @JsonProperty(value = "type", index = 0)
    String type();
}
