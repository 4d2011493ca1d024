package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Http;
import dev.ashlar.systemtests.Response;
import dev.ashlar.systemtests.Shopper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A hostile request that is well-formed HTTP. {@link RawSocket} sends the malformed ones. */
record Attack(String name, EntryPoint entryPoint, String source, String method, String path, List<String> headers,
        BodyPublisher body) {

    static Attack of(String method, String path) {
        return new Attack("", EntryPoint.GATEWAY, Http.HOST, method, path, List.of(), BodyPublishers.noBody());
    }

    static Attack get(String path) {
        return of("GET", path);
    }

    static Attack post(String path, String json) {
        return of("POST", path).json(json);
    }

    /** An order with its own idempotency key. */
    static Attack order(String json) {
        return order().json(json);
    }

    /** An order without a body. */
    static Attack order() {
        return of("POST", "/api/v1/orders").with("Idempotency-Key", "hostile-" + System.nanoTime());
    }

    /** A stock adjustment with its own idempotency key. */
    static Attack adjustment(Object product, String json) {
        return post("/api/v1/products/" + product + "/stock-adjustments", json).with("Idempotency-Key",
                "hostile-" + UUID.randomUUID());
    }

    Attack named(String name) {
        return new Attack(name, entryPoint, source, method, path, headers, body);
    }

    Attack path(String other) {
        return new Attack(name, entryPoint, source, method, other, headers, body);
    }

    Attack at(EntryPoint other) {
        return new Attack(name, other, source, method, path, headers, body);
    }

    /** See {@link Http#send}. */
    Attack from(String address) {
        return new Attack(name, entryPoint, address, method, path, headers, body);
    }

    Attack with(String header, String value) {
        return new Attack(name, entryPoint, source, method, path,
                Stream.concat(headers.stream(), Stream.of(header, value)).toList(), body);
    }

    Attack as(Shopper shopper) {
        return bearing(shopper.token());
    }

    Attack as(Admin admin) {
        return bearing(admin.token());
    }

    Attack bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Attack json(String json) {
        return body("application/json", BodyPublishers.ofString(json));
    }

    Attack body(String type, BodyPublisher content) {
        return withBody(content).with("Content-Type", type);
    }

    /** Without a media type. */
    Attack withBody(BodyPublisher content) {
        return new Attack(name, entryPoint, source, method, path, headers, content);
    }

    /** Sends the request and expects a problem document with one of the statuses. */
    Response expectRefusal(Integer... statuses) {
        var response = send();
        assertThat(response.status()).as("%s: %s", this, response.raw().body()).isIn((Object[]) statuses);
        ProblemRules.check(response);
        return response;
    }

    /** Sends the request and expects the status. */
    Response expectStatus(int status) {
        var response = send();
        assertThat(response.status()).as("%s: %s", this, response.raw().body()).isEqualTo(status);
        ResponseRules.check(response);
        return response;
    }

    /** Sends the request several times at once. */
    List<Response> sendConcurrently(int times) {
        return Concurrently.times(times, _ -> send());
    }

    Response send() {
        var request = HttpRequest.newBuilder(entryPoint.uri(path)).timeout(Duration.ofSeconds(20)).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return Http.send(request.build(), source);
    }

    @Override
    public String toString() {
        return "%s %s %s%s".formatted(entryPoint, method, path.length() > 100 ? path.substring(0, 100) + "…" : path,
                name.isEmpty() ? "" : " (" + name + ")");
    }
}
