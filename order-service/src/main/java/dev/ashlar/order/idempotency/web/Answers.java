package dev.ashlar.order.idempotency.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.order.idempotency.Answer;
import dev.ashlar.order.idempotency.Outcome;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the caller gets for the outcome of a request under an idempotency key. */
public final class Answers {

    private Answers() {}

    /** @throws Problem 409 while the first request still runs, 422 if the key belongs to another request */
    public static ResponseEntity<String> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed(var answer) -> start(answer).body(answer.body());
            case Outcome.Replayed(var answer) -> start(answer).header("Idempotency-Replayed", "true")
                    .body(answer.body());
            case Outcome.KeyReused() -> throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT,
                    "This Idempotency-Key was used for another request.").type("idempotency-key-reused");
            case Outcome.StillRunning() -> throw Problem.of(HttpStatus.CONFLICT,
                    "The first request with this Idempotency-Key is still running.").type("idempotency-key-in-use")
                    .retryAfter(1);
        };
    }

    private static ResponseEntity.BodyBuilder start(Answer answer) {
        return ResponseEntity.status(answer.status()).location(URI.create(answer.location())).eTag(answer.etag())
                .contentType(MediaType.APPLICATION_JSON);
    }
}
