package dev.ashlar.gateway.cache;

import java.io.IOException;

/** The request allows no request to the origin ({@code only-if-cached}), and the cache has no response. */
public final class NotInCache extends IOException {

    NotInCache() {
        super("The cache has no response");
    }
}
