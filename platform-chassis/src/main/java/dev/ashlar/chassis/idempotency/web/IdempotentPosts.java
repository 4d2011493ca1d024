package dev.ashlar.chassis.idempotency.web;

import dev.ashlar.chassis.idempotency.IdempotencyKeys;
import dev.ashlar.chassis.idempotency.IdempotencyKeys.Claim;
import dev.ashlar.chassis.web.Problem;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Runs a POST once for each {@code Idempotency-Key} of a user (draft-ietf-httpapi-idempotency-key-header). */
public final class IdempotentPosts {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final IdempotencyKeys keys;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    public IdempotentPosts(IdempotencyKeys keys, JdbcClient jdbc, TransactionOperations transactions, JsonMapper json) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Runs the request, or repeats its stored response. The key, the effects of the request and the response commit in one
     * transaction. An exception of the request frees the key.
     *
     * @param path with its ids: the same body for another resource is another request
     * @param body after parsing: white space and the order of fields do not matter
     * @throws Problem 400 without exactly one well-formed key, 409 while the first request runs, 422 if another request used the key
     */
    public ResponseEntity<String> execute(HttpHeaders headers, UUID user, String path, Object body,
            Supplier<StoredResponse> request) {
        var key = key(headers);
        var requestHash = DigestUtils.sha256Hex("POST " + path + " " + json.writeValueAsString(body));
        return transactions.execute(_ -> switch (keys.claim(user, key, requestHash, StoredResponse::read)) {
            case Claim.Free<StoredResponse>() -> {
                var response = request.get();
                store(user, key, response);
                yield response.send(false);
            }
            case Claim.Completed<StoredResponse>(var response) -> response.send(true);
            case Claim.Reused<StoredResponse>() -> throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT,
                    "This Idempotency-Key was used for another request.").type("idempotency-key-reused");
            case Claim.InProgress<StoredResponse>() -> throw Problem.of(HttpStatus.CONFLICT,
                    "The first request with this Idempotency-Key is still running.").type("idempotency-key-in-use")
                    .retryAfter(1);
        });
    }

    static String key(HttpHeaders headers) {
        var given = headers.getOrDefault(HEADER, List.of());
        if (given.size() != 1 || !WELL_FORMED.matcher(given.getFirst()).matches()) {
            throw Problem.badRequest(HEADER, "is required, once, with 1 to 255 visible ASCII characters");
        }
        return given.getFirst();
    }

    private void store(UUID user, String key, StoredResponse response) {
        jdbc.sql("""
                UPDATE idempotency_keys SET status = :status, location = :location, etag = :etag, body = :body
                WHERE user_id = :user AND key = :key""")
                .param("status", response.status()).param("location", response.location())
                .param("etag", response.etag()).param("body", response.body()).param("user", user).param("key", key)
                .update();
    }
}
