package dev.ashlar.chassis.steps;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step in a response.
 *
 * @param step a code, such as {@code accepted}
 * @param eventId of the event that the step published or handled; null if it is not known, as are the other ids
 */
public record Step(String step, Instant at, @Nullable String eventId, @Nullable String requestId,
        @Nullable String traceId) {

    /** The body of a response. */
    public record Response(List<Step> items) {}

    /** A step without ids. */
    public static Step of(String step, Instant at) {
        return new Step(step, at, null, null, null);
    }

    /** The steps by time. */
    public static Response sorted(Stream<Step> steps) {
        return new Response(steps.sorted(Comparator.comparing(Step::at)).toList());
    }
}
