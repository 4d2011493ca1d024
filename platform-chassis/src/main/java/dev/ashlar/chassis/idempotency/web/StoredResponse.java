package dev.ashlar.chassis.idempotency.web;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A response as the key's row stores it.
 *
 * @param status HTTP status
 * @param location of the created resource; null if the response has no {@code Location}
 * @param etag of the created resource, with its quotes; null if the response has no {@code ETag}
 * @param body JSON; a replay repeats its bytes
 */
public record StoredResponse(int status, @Nullable String location, @Nullable String etag, String body) {

    static StoredResponse read(ResultSet row, int number) throws SQLException {
        return new StoredResponse(row.getInt("status"), row.getString("location"), row.getString("etag"),
                row.getString("body"));
    }

    ResponseEntity<String> send(boolean replayed) {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            response.location(URI.create(location));
        }
        if (etag != null) {
            response.eTag(etag);
        }
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(body);
    }
}
