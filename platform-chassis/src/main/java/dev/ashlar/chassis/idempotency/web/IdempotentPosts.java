package dev.ashlar.chassis.idempotency.web;

import dev.ashlar.chassis.idempotency.Answer;
import dev.ashlar.chassis.idempotency.Fingerprint;
import dev.ashlar.chassis.idempotency.IdempotentRequests;
import dev.ashlar.chassis.idempotency.Outcome;
import dev.ashlar.chassis.web.Problem;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Runs a POST once for each {@code Idempotency-Key} of a user. */
public final class IdempotentPosts {

    private final IdempotentRequests requests;
    private final JsonMapper json;

    public IdempotentPosts(IdempotentRequests requests, JsonMapper json) {
        this.requests = requests;
        this.json = json;
    }

    /**
     * Runs the request, or gives the stored answer again. An exception of the request frees the key.
     *
     * @param path with the ids in it: the same body for another resource is another request
     * @param body as it was understood: white space and the order of its fields make no other request
     * @throws Problem 400 without exactly one well-formed key, 409 while the first request runs, 422 if the key belongs to another
     */
    public ResponseEntity<String> answer(HttpHeaders headers, UUID user, String path, Object body,
            Supplier<Answer> request) {
        var key = IdempotencyKey.of(headers);
        var fingerprint = Fingerprint.of("POST " + path + " " + json.writeValueAsString(body));
        return switch (requests.execute(user, key, fingerprint, request)) {
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
        var start = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        if (answer.location() != null) {
            start.location(URI.create(answer.location()));
        }
        return answer.etag() == null ? start : start.eTag(answer.etag());
    }
}
