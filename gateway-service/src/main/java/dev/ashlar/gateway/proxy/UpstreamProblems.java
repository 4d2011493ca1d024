package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.web.Problems;
import dev.ashlar.gateway.cache.NotInCache;
import dev.ashlar.gateway.upstream.UpstreamOverloaded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.coyote.CloseNowException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The responses after a failure: 503 if the request did not reach the service, 504 after a timeout, 502 if the response is incomplete.
 * Only a 503 guarantees that the request had no effect.
 */
@Component
class UpstreamProblems {

    private static final Logger log = LoggerFactory.getLogger(UpstreamProblems.class);

    private final Problems problems;

    private record Failure(HttpStatus status, String detail) {}

    UpstreamProblems(Problems problems) {
        this.problems = problems;
    }

    /** @throws CloseNowException if a part of the response was sent. The client must notice that the response is incomplete */
    void write(IOException cause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failure = failureOf(cause);
        if (failure.status.is5xxServerError() && !(cause instanceof UpstreamOverloaded)
                && !(cause instanceof CircuitBreakerOpen) && !(cause instanceof NotInCache)
                && !(cause instanceof RequestBody.Rejected)) { // no service was called
            log.atWarn().addKeyValue("path", StringUtils.truncate(request.getRequestURI(), 200))
                    .addKeyValue("status", failure.status.value())
                    .addKeyValue("cause", Cause.of(cause)).log("A service did not respond");
        }
        if (response.isCommitted()) {
            throw new CloseNowException("The response is incomplete.", cause);
        }
        if (failure.status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        problems.write(request, response, failure.status, failure.detail);
    }

    private static Failure failureOf(IOException cause) {
        return switch (cause) {
            case CircuitBreakerOpen _ -> new Failure(HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many requests to this service have failed, so the gateway sends no more for some seconds. Try again.");
            case UpstreamOverloaded _ -> new Failure(HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many requests to this service are in progress. Try again.");
            case NotInCache _ -> new Failure(HttpStatus.GATEWAY_TIMEOUT,
                    "The cache has no response. Send the request without only-if-cached.");
            case RequestBody.Rejected rejected -> new Failure(rejected.status(), String.valueOf(rejected.getMessage()));
            case ConnectException _,ConnectTimeoutException _,ConnectionRequestTimeoutException _,NoRouteToHostException _,UnknownHostException _,SSLHandshakeException _ ->
                new Failure(HttpStatus.SERVICE_UNAVAILABLE, "The service is unavailable. Try again.");
            case SocketTimeoutException _ ->
                new Failure(HttpStatus.GATEWAY_TIMEOUT,
                        "The service did not respond in time. The request may have had an effect.");
            default -> new Failure(HttpStatus.BAD_GATEWAY,
                    "The response of the service is incomplete. The request may have had an effect.");
        };
    }
}
