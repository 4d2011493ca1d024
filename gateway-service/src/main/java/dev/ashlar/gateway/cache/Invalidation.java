package dev.ashlar.gateway.cache;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The stored responses that an unsafe request makes invalid (RFC 9111, section 4.4). */
final class Invalidation {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Invalidation() {}

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /**
     * The tags to purge. Empty after an error. The surrogate keys of the response are those of what the request has changed.
     *
     * @param hosts the {@code Host} header of the client, and the one that the origin received
     */
    static Set<String> tags(List<String> hosts, String target, HttpResponse response) {
        var tags = new TreeSet<String>();
        if (response.getCode() >= 200 && response.getCode() < 400) {
            tags.add(Tags.path(CacheKey.path(target)));
            add(tags, hosts, target, Fields.first(response, HttpHeaders.LOCATION));
            add(tags, hosts, target, Fields.first(response, HttpHeaders.CONTENT_LOCATION));
            Tags.surrogateKeys(response).forEach(key -> tags.add(Tags.surrogateKey(key)));
        }
        return tags;
    }

    /**
     * Ignores other hosts than those of the request, because this origin must not invalidate the responses of others. The origin may
     * know another name of itself than the client.
     */
    private static void add(Set<String> tags, List<String> hosts, String target, @Nullable String location) {
        if (location == null) {
            return;
        }
        try {
            var uri = URI.create("http://" + hosts.getFirst()).resolve(URI.create(CacheKey.path(target)))
                    .resolve(location.strip());
            if (hosts.stream().anyMatch(host -> host.equalsIgnoreCase(uri.getRawAuthority()))) {
                tags.add(Tags.target(
                        uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery()));
            }
        } catch (IllegalArgumentException _) {
            // a malformed location is no URI of a stored response
        }
    }
}
