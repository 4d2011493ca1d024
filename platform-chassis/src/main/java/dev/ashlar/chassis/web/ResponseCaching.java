package dev.ashlar.chassis.web;

import org.springframework.http.HttpHeaders;

/** How long caches may keep a response: {@code Cache-Control} for all caches, and {@code CDN-Cache-Control} for the edge (RFC 9213). */
public enum ResponseCaching {

    /** Content whose address contains its hash. */
    HASHED("public, max-age=31536000, immutable", ""),
    /** Products. The edge cache hears of each change, so it may keep them longer than a client. */
    CATALOGUE("public, max-age=30, must-revalidate", "max-age=300, stale-while-revalidate=60, stale-if-error=600"),
    /** Pages that change rarely. */
    SLOW("public, max-age=300, must-revalidate", ""),
    /** HTML, which names hashed content. Needs an {@code ETag}. */
    HTML("public, no-cache", ""),
    /** The data of a user, errors, and responses to writes. */
    PERSONAL("private, no-store", "");

    private static final String CDN_CACHE_CONTROL = "CDN-Cache-Control";

    private final String cacheControl;
    private final String cdnCacheControl;

    ResponseCaching(String cacheControl, String cdnCacheControl) {
        this.cacheControl = cacheControl;
        this.cdnCacheControl = cdnCacheControl;
    }

    /** The value of {@code Cache-Control}. */
    public String cacheControl() {
        return cacheControl;
    }

    public void applyTo(HttpHeaders headers) {
        headers.set(HttpHeaders.CACHE_CONTROL, cacheControl);
        if (!cdnCacheControl.isEmpty()) {
            headers.set(CDN_CACHE_CONTROL, cdnCacheControl);
        }
    }
}
