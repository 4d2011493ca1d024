package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.InstancePermit;
import dev.ashlar.gateway.upstream.UpstreamInstance;
import dev.ashlar.gateway.upstream.UpstreamOverloaded;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.net.URIAuthority;
import org.springframework.stereotype.Component;

/**
 * Sends a request to an instance of its upstream: circuit breaker, load balancing, retries. It is a handler of the HTTP client, so the
 * edge cache can stand above it (ADR 13). The route of the client names the upstream, and this class replaces it by the instance.
 */
@Component
final class BalancingHandler implements ExecChainHandler {

    /** Those that the client adds to an attempt. */
    private static final List<String> HEADERS_OF_AN_ATTEMPT = List.of(HttpHeaders.HOST, HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CONNECTION);

    private final Retries retries;

    BalancingHandler(Retries retries) {
        this.retries = retries;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var call = UpstreamCall.of(scope.clientContext);
        var breaker = call.upstream().breakers().of(request.getMethod());
        if (!breaker.tryAcquirePermission()) {
            throw new CircuitBreakerOpen(call.upstream().name());
        }
        var start = System.nanoTime();
        try {
            var response = attempts(call, request, scope, chain);
            record(breaker, System.nanoTime() - start, response.getCode());
            return response;
        } catch (UpstreamOverloaded e) {
            breaker.releasePermission();
            throw e;
        } catch (IOException | HttpException | RuntimeException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    /** A 503 opens no breaker: the upstream works, and rejects requests cheaply itself. */
    private static void record(CircuitBreaker breaker, long nanos, int status) {
        if (status == 500 || status == 502 || status == 504) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IOException("status " + status));
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private ClassicHttpResponse attempts(UpstreamCall call, ClassicHttpRequest request, ExecChain.Scope scope,
            ExecChain chain) throws IOException, HttpException {
        var upstream = call.upstream();
        upstream.retries().request();
        var tried = List.<UpstreamInstance>of();
        while (true) {
            var permit = upstream.acquire(call.selection(), call.client(), tried);
            try {
                return attempt(call, permit, request, scope, chain);
            } catch (IOException failure) {
                permit.release();
                permit.failed();
                if (!retries.allows(request, failure, call, tried.size()) || !upstream.retries().tryRetry()) {
                    throw failure;
                }
                scope.execRuntime.discardEndpoint(); // the client would use it again, for whichever route
                tried = new ArrayList<>(tried);
                tried.add(permit.instance());
                HEADERS_OF_AN_ATTEMPT.forEach(request::removeHeaders);
            } catch (HttpException | RuntimeException e) {
                permit.release();
                throw e;
            }
        }
    }

    private ClassicHttpResponse attempt(UpstreamCall call, InstancePermit permit, ClassicHttpRequest request,
            ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        var instance = permit.instance();
        request.setAuthority(authority(call, instance));
        request.setScheme(instance.address().getSchemeName());
        call.startAttempt(permit, scope.execRuntime, retries.isIdempotent(request, call));
        var start = System.nanoTime();
        try {
            var response = chain.proceed(request, new ExecChain.Scope(scope.exchangeId, instance.route(),
                    scope.originalRequest, scope.execRuntime, scope.clientContext));
            if (response.getCode() >= 500) {
                permit.failed();
            } else {
                permit.succeeded(System.nanoTime() - start);
            }
            return response;
        } catch (IOException | RuntimeException e) {
            if (call.timedOut()) {
                throw cause(new SocketTimeoutException("The deadline of the request has passed"), e);
            }
            if (call.abandoned()) {
                throw cause(new NoHttpResponseException("The instance has become unhealthy"), e);
            }
            throw e;
        } finally {
            call.paused();
        }
    }

    private static IOException cause(IOException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    private static URIAuthority authority(UpstreamCall call, UpstreamInstance instance) throws IOException {
        try {
            return call.host() == null ? instance.authority() : URIAuthority.create(call.host());
        } catch (URISyntaxException e) {
            throw new IOException("The Host header is malformed", e);
        }
    }
}
