package dev.ashlar.gateway.cache;

import org.jspecify.annotations.Nullable;

/**
 * What a stored response is the response to.
 *
 * @param version the version of the upstream that the route demands. Null: any
 * @param host the {@code Host} header. Null if the upstream does not receive it
 * @param target path and query as the client sent them
 */
public record CacheKey(String route, @Nullable String version, @Nullable String host, String target) {

    String path() {
        return path(target);
    }

    static String path(String target) {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
