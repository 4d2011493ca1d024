package dev.ashlar.pictures.storage;

import org.springframework.dao.DataAccessResourceFailureException;

/** Object storage did not respond, or refused a valid request. The chassis responds with 503 and {@code Retry-After}. */
public final class StorageUnavailable extends DataAccessResourceFailureException {

    StorageUnavailable(Throwable cause) {
        super("Object storage is unavailable", cause);
    }
}
