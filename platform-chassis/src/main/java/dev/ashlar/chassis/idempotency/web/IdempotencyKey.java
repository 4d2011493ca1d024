package dev.ashlar.chassis.idempotency.web;

import dev.ashlar.chassis.web.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The {@code Idempotency-Key} of a request: 1 to 255 visible ASCII characters, taken as they are. */
public final class IdempotencyKey {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private IdempotencyKey() {}

    /** @throws Problem 400 if there is none, more than one, or one that is malformed */
    public static String of(HttpHeaders headers) {
        var given = headers.getOrDefault(HEADER, List.of());
        if (given.size() != 1 || !WELL_FORMED.matcher(given.getFirst()).matches()) {
            throw Problem.badRequest(HEADER, "is required, once, with 1 to 255 visible ASCII characters");
        }
        return given.getFirst();
    }
}
