package dev.ashlar.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * The part of an upstream that one request may use. Create it with {@link Upstream#select}.
 *
 * @param pool the version that the canary or the route has chosen
 * @param key the hash for the algorithm
 * @param sticky the value of the sticky cookie
 */
public record Selection(String pool, long key, @Nullable String sticky) {

    static final String ANY = "";
}
