package dev.ashlar.localstack.supervisor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import dev.ashlar.localstack.supervisor.Event.ControlRequest;
import dev.ashlar.process.Loopback;

/**
 * Authorizes requests to the supervisor by its token. A page of another site in a local browser can reach the port too.
 * Its requests are refused by headers that a page can't change, before the token is compared.
 *
 * @param port of the supervisor
 * @param gatewayPort pages of the gateway may call the supervisor
 */
record RequestAuthorization(int port, int gatewayPort, String token) {

    private static final Pattern JSON = Pattern.compile("application/json *(;.*)?", Pattern.CASE_INSENSITIVE);

    /** @param detail for people, without secrets */
    record Refusal(int status, String detail) {}

    Optional<Refusal> refusal(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        if (!only(headers, "Host").filter(Loopback.hosts(port)::contains).isPresent()) {
            return refuse(421, "Host is not the address of the supervisor."); // prevents DNS rebinding
        }
        if (headers.containsKey("Origin") && origin(headers).isEmpty()) {
            return refuse(403, "Only pages of the gateway may call the supervisor.");
        }
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            return Optional.empty(); // a preflight request has no token and no effect
        }
        if (!only(headers, "Authorization").filter(this::isToken).isPresent()) {
            return refuse(401, "Send the token of supervisor.json as a bearer token.");
        }
        if (exchange.getRequestMethod().equals("POST")
                && only(headers, "Content-Type").filter(JSON.asMatchPredicate()).isEmpty()) {
            return refuse(415, "Send application/json.");
        }
        return Optional.empty();
    }

    /** The origin of the calling page, if the page may call. */
    Optional<String> origin(Headers headers) {
        return only(headers, "Origin").filter(origin -> origin.startsWith("http://")
                && Loopback.hosts(gatewayPort).contains(origin.substring("http://".length())));
    }

    /** Only a command may set the environment, because the environment decides what code a JVM runs. A page may not. */
    ControlRequest allowed(Headers headers, ControlRequest request) {
        return headers.containsKey("Origin") ? request.withoutEnvironment() : request;
    }

    private static Optional<String> only(Headers headers, String name) {
        var values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Compares in constant time. */
    private boolean isToken(String authorization) {
        return MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Refusal> refuse(int status, String detail) {
        return Optional.of(new Refusal(status, detail));
    }
}
