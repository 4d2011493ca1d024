package dev.ashlar.gateway.route;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A route of the configuration file.
 *
 * @param builtIn true: an API route of the platform, with its rules about methods, content types, bodies and response headers. False:
 *     body and headers belong to the upstream
 * @param sticky the name of the cookie that keeps a client at an instance
 * @param cache true: the edge cache may store responses (RFC 9111)
 * @param bodyLimit in bytes. Null: the default of the platform
 * @param timeout for the whole exchange. Null: the timeout of the upstream
 * @param idempotencyKey true: the upstream honours {@code Idempotency-Key}, so a POST with the key may be retried
 */
public record Route(String id, boolean builtIn, Match match, Action action, @Nullable String sticky, Rewrite rewrite,
        HeaderChanges requestHeaders, HeaderChanges responseHeaders, SessionRule session, LimitClass limit,
        boolean cache, @Nullable Long bodyLimit, @Nullable Duration timeout, boolean idempotencyKey) {}
