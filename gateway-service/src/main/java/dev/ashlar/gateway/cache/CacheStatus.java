package dev.ashlar.gateway.cache;

import java.util.Locale;
import org.apache.hc.core5.http.HttpMessage;

/** What the cache did with a request. Shown to the client in {@code Cache-Status} (RFC 9211), and counted. */
enum CacheStatus {
    HIT("hit"), STALE("hit; detail=stale"), COLLAPSED("fwd=uri-miss; collapsed"), VALIDATED(
            "fwd=stale; fwd-status=304"), STORED("fwd=uri-miss; stored"), MISS(
                    "fwd=uri-miss"), REPLACED("fwd=stale; stored"), NOT_REPLACED("fwd=stale"), BYPASS("fwd=bypass");

    static final String HEADER = "Cache-Status";

    private final String value;

    CacheStatus(String parameters) {
        this.value = "ashlar; " + parameters;
    }

    void addTo(HttpMessage response) {
        response.addHeader(HEADER, value);
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
