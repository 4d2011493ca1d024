package dev.ashlar.gateway.cache;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A request to the origin on behalf of the cache.
 *
 * @param stored the stale response that the origin may confirm. Null: none
 * @param flight for which other requests wait. Null: none
 */
record Fetch<E>(FetchContext context, CacheKey key, HttpUriRequestBase request, Origin<E> origin,
        @Nullable StoredResponse stored, Flights.@Nullable Flight flight) {

    /** Failures of the origin for which a stale response may step in (RFC 5861, section 4). */
    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    E run() throws IOException {
        var validating = stored != null && stored.hasValidator();
        var outgoing = validating ? Validation.request(request, stored) : request;
        var ticket = context.store().ticket();
        var sent = context.clock().instant();
        E exchange;
        try {
            exchange = origin.send(outgoing);
        } catch (IOException e) {
            end(false);
            if (mayUseStale()) {
                return answer(stored, CacheStatus.STALE);
            }
            throw e;
        } catch (RuntimeException e) {
            end(false);
            throw e;
        }
        try {
            return received(exchange, validating, ticket, sent);
        } catch (RuntimeException e) {
            end(false);
            origin.close(exchange);
            throw e;
        }
    }

    private E received(E exchange, boolean validating, PurgeLog.Ticket ticket, Instant sent) throws IOException {
        var response = origin.response(exchange);
        var now = context.clock().instant();
        if (validating && response.getCode() == 304) {
            origin.close(exchange);
            return confirmed(response, ticket, sent, now);
        }
        if (FAILURES.contains(response.getCode()) && mayUseStale()) {
            origin.close(exchange);
            end(false);
            return answer(stored, CacheStatus.STALE);
        }
        if (request.getMethod().equals("HEAD")) {
            updateByHead(response, ticket, sent, now);
            return forwarded(exchange, stored == null ? CacheStatus.MISS : CacheStatus.NOT_REPLACED);
        }
        return stored(exchange, response, ticket, sent, now);
    }

    private E confirmed(ClassicHttpResponse response, PurgeLog.Ticket ticket, Instant sent, Instant now)
            throws IOException {
        if (!Validation.confirms(stored, response)) {
            context.store().remove(key, stored);
            return new Fetch<>(context, key, Validation.unconditional(request), origin, null, flight).run();
        }
        var confirmed = StoredResponses.confirmed(key, request, stored, response, sent, now);
        keep(confirmed, ticket);
        end(true);
        var answer = answer(confirmed, CacheStatus.VALIDATED);
        for (var cookie : response.getHeaders(HttpHeaders.SET_COOKIE)) { // for this client only
            origin.response(answer).addHeader(cookie);
        }
        return answer;
    }

    private void updateByHead(ClassicHttpResponse response, PurgeLog.Ticket ticket, Instant sent, Instant now) {
        if (stored == null || response.getCode() >= 500) {
            return;
        }
        if (Validation.fits(stored, response)) {
            keep(StoredResponses.confirmed(key, request, stored, response, sent, now), ticket);
        } else {
            context.store().remove(key, stored);
        }
    }

    /** A confirmation for one user does not change what others get. */
    private void keep(StoredResponse confirmed, PurgeLog.Ticket ticket) {
        if (request.containsHeader(HttpHeaders.AUTHORIZATION) && !confirmed.policy().allowsAuthorization()) {
            return;
        }
        if (confirmed.policy().forbidsStoring(confirmed.status()) || !context.store().put(key, confirmed, ticket)) {
            context.store().remove(key, stored);
        }
    }

    private E stored(E exchange, ClassicHttpResponse response, PurgeLog.Ticket ticket, Instant sent, Instant now) {
        var policy = CachePolicy.of(response);
        var freshness = Freshness.of(policy, response, response.getCode(), sent, now);
        var head = StorageRules.allow(request, response, policy, freshness) && !isTooLarge(response)
                ? StoredResponses.of(key, request, response, sent, now).orElse(null)
                : null;
        if (head == null) {
            notStored(response.getCode());
            return forwarded(exchange, stored == null ? CacheStatus.MISS : CacheStatus.NOT_REPLACED);
        }
        if (response.getEntity() == null) {
            end(context.store().put(key, head, ticket));
            return forwarded(exchange, stored == null ? CacheStatus.STORED : CacheStatus.REPLACED);
        }
        var body = new CapturedBody(response.getEntity(), context.maxEntry(), context.budget(),
                bytes -> end(context.store().put(key, head.withBody(bytes), ticket)), () -> notStored(200));
        response.setEntity(body);
        var closing = origin.onClose(exchange, () -> {
            body.abandon();
            end(false);
        });
        return forwarded(closing, stored == null ? CacheStatus.STORED : CacheStatus.REPLACED);
    }

    private boolean isTooLarge(ClassicHttpResponse response) {
        var length = Fields.first(response, HttpHeaders.CONTENT_LENGTH);
        return length != null && Directives.parseSeconds(length).orElse(0) > context.maxEntry();
    }

    /** A failure can pass soon, so only other responses are remembered. */
    private void notStored(int status) {
        if (stored != null && status < 500) {
            context.store().remove(key, stored);
        }
        if (flight != null && status < 500) {
            context.uncacheable().put(key, true);
        }
        end(false);
    }

    private boolean mayUseStale() {
        return stored != null && Reuse.onError(stored, request, context.clock().instant());
    }

    private E answer(StoredResponse response, CacheStatus status) {
        context.counters().count(key, status);
        return origin.stored(CacheAnswer.of(response, request, status, context.clock().instant()));
    }

    private E forwarded(E exchange, CacheStatus status) {
        context.counters().count(key, status);
        status.addTo(origin.response(exchange));
        return exchange;
    }

    private void end(boolean isStored) {
        if (flight != null) {
            flight.end(isStored);
        }
    }
}
