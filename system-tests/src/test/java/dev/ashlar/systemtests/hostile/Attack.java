package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Answer;
import dev.ashlar.systemtests.Shopper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One hostile request: well-formed HTTP, for what is not see {@link Wire}. */
record Attack(String name, Door door, String method, String path, List<String> headers, BodyPublisher body) {

    static Attack of(String method, String path) {
        return new Attack("", Door.GATEWAY, method, path, List.of(), BodyPublishers.noBody());
    }

    static Attack get(String path) {
        return of("GET", path);
    }

    static Attack post(String path, String json) {
        return of("POST", path).json(json);
    }

    /** An order, under a key of its own. */
    static Attack order(String json) {
        return order().json(json);
    }

    /** An order whose body is yet to come. */
    static Attack order() {
        return of("POST", "/api/v1/orders").with("Idempotency-Key", "hostile-" + System.nanoTime());
    }

    /** A stock adjustment, under a key of its own. */
    static Attack adjustment(Object product, String json) {
        return post("/api/v1/products/" + product + "/stock-adjustments", json).with("Idempotency-Key",
                "hostile-" + UUID.randomUUID());
    }

    Attack named(String what) {
        return new Attack(what, door, method, path, headers, body);
    }

    Attack at(Door other) {
        return new Attack(name, other, method, path, headers, body);
    }

    Attack with(String header, String value) {
        return new Attack(name, door, method, path, Stream.concat(headers.stream(), Stream.of(header, value)).toList(),
                body);
    }

    Attack as(Shopper who) {
        return bearing(who.token());
    }

    Attack as(Admin who) {
        return bearing(who.token());
    }

    Attack bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Attack json(String json) {
        return body("application/json", BodyPublishers.ofString(json));
    }

    Attack body(String type, BodyPublisher content) {
        return new Attack(name, door, method, path, headers, content).with("Content-Type", type);
    }

    /** Sends it; refused it must be, with one of the statuses and as a problem document. */
    Answer isRefusedWith(Integer... statuses) {
        return isRefusedWith(Clients.usual(), statuses);
    }

    /** The same, sent by a client of one's own. */
    Answer isRefusedWith(HttpClient client, Integer... statuses) {
        var answer = sendUncounted(client);
        HostileRequests.count(toString(), answer.status(), statuses);
        assertThat(answer.status()).as("%s, answered %s", this, answer.raw().body()).isIn((Object[]) statuses);
        Refusal.check(answer);
        HostileRequests.countRefusal();
        return answer;
    }

    /** Sends it; it may be answered as if it were well meant, since it can do nothing. */
    Answer isHarmless(int status) {
        var answer = sendUncounted(Clients.usual());
        HostileRequests.count(toString(), answer.status(), status);
        assertThat(answer.status()).as("%s, answered %s", this, answer.raw().body()).isEqualTo(status);
        Hygiene.check(answer);
        return answer;
    }

    /** Sends it as often as said, all at once. */
    List<Answer> sendAtOnce(int times) {
        return AtOnce.times(times, _ -> {
            var answer = sendUncounted(Clients.usual());
            HostileRequests.count(toString(), answer.status());
            return answer;
        });
    }

    /** Sends it as one of many that are one attack together, and leaves it to the caller what to make of the answer. */
    Answer sendUncounted(HttpClient client) {
        var request = HttpRequest.newBuilder(door.uri(path)).timeout(Duration.ofSeconds(20)).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "%s %s %s%s".formatted(door, method, path.length() > 100 ? path.substring(0, 100) + "…" : path,
                name.isEmpty() ? "" : " (" + name + ")");
    }
}
