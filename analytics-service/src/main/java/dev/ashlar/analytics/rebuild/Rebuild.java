package dev.ashlar.analytics.rebuild;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The last rebuild.
 *
 * @param processed messages of the topic that were read
 * @param total messages that the topic has; grows while orders are placed
 */
public record Rebuild(State state, long processed, long total) {

    public enum State {
        IDLE, RUNNING, DONE, FAILED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
