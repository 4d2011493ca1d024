package dev.ashlar.gateway.firewall;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The response to a blocked request.
 *
 * @param counts true if the refusal counts towards the temporary block of the client
 * @param headers additional response headers
 */
record Refusal(HttpStatus status, String detail, boolean counts, Map<String, String> headers) {

    /** The response that the chassis gives as well. It is not counted, because careless clients cause it, too. */
    static final Refusal MALFORMED = new Refusal(HttpStatus.BAD_REQUEST,
            "The path or a header has a form that is not accepted.", false, Map.of());

    static final Refusal UNKNOWN_METHOD = new Refusal(HttpStatus.METHOD_NOT_ALLOWED,
            "No resource supports this method. Write the method in capital letters.", false,
            Map.of(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));

    static Refusal forbidden(String rule) {
        return new Refusal(HttpStatus.FORBIDDEN, "The request matches the firewall rule %s. ".formatted(rule)
                + "If the request is legitimate, report its request_id to the operator.", true, Map.of());
    }

    static Refusal blocked(long seconds) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS,
                "The firewall refused too many requests of this address. Try again in %d s.".formatted(seconds), false,
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }
}
