package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.web.Problems;
import dev.ashlar.gateway.upstream.Overloaded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
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
 * Answers in place of a service: 503 if the request never reached it, 504 if it did not answer in time, 502 if its answer broke
 * off. Only after a 503 is it certain that nothing was done.
 */
@Component
class ServiceFaults {

    private static final Logger log = LoggerFactory.getLogger(ServiceFaults.class);

    private final Problems problems;

    private record Answer(HttpStatus status, String detail) {}

    ServiceFaults(Problems problems) {
        this.problems = problems;
    }

    /** @throws CloseNowException if part of the answer is out already: the caller must not take it for the whole */
    void answer(IOException fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = answerTo(fault);
        if (answer.status.is5xxServerError() && !(fault instanceof Overloaded)
                && !(fault instanceof RequestBody.Refused)) { // no service was asked
            log.atWarn().addKeyValue("path", StringUtils.truncate(request.getRequestURI(), 200))
                    .addKeyValue("status", answer.status.value())
                    .addKeyValue("cause", Cause.of(fault)).log("A service did not answer");
        }
        if (response.isCommitted()) {
            throw new CloseNowException("The answer broke off.", fault);
        }
        if (answer.status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        problems.write(request, response, answer.status, answer.detail);
    }

    private static Answer answerTo(IOException fault) {
        return switch (fault) {
            case Overloaded _ -> new Answer(HttpStatus.SERVICE_UNAVAILABLE,
                    "The service behind this has as many requests as it may have; try again.");
            case RequestBody.Refused refused -> new Answer(refused.status(), String.valueOf(refused.getMessage()));
            case ConnectException _,ConnectTimeoutException _,ConnectionRequestTimeoutException _,NoRouteToHostException _,UnknownHostException _ ->
                new Answer(HttpStatus.SERVICE_UNAVAILABLE, "The service behind this is unavailable; try again.");
            case SocketTimeoutException _ ->
                new Answer(HttpStatus.GATEWAY_TIMEOUT, "The service behind this did not answer in time.");
            default -> new Answer(HttpStatus.BAD_GATEWAY, "The service behind this broke off its answer.");
        };
    }
}
