import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** Calls the platform through its gateway. */
final class Api {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    final String gateway;
    final String admin;

    Api(String gateway, String adminPassword) {
        this.gateway = gateway;
        this.admin = logIn("admin@ashlar.local", adminPassword).field("access_token");
    }

    /** Creates a product and waits until it can be ordered. */
    String product(int stock) {
        var sku = "smoke-" + UUID.randomUUID();
        var product = post(admin, "/products", """
                {"sku":"%s","name":"Smoke test","description":"","category":"tests","price":19.90,"currency":"USD"}"""
                .formatted(sku), sku).expect(201).field("id");
        post(admin, "/products/" + product + "/stock-adjustments", "{\"delta\":" + stock + ",\"reason\":\"smoke\"}", sku)
                .expect(201);
        var probe = new Shopper(this);
        Check.await("a new product is orderable",
                () -> probe.order(product, 1_000, UUID.randomUUID().toString()).status() == 201);
        return product;
    }

    Answer logIn(String email, String password) {
        return post(null, "/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password), email)
                .expect(201);
    }

    Answer get(String token, String path) {
        return send(authorized(request(path), token).GET());
    }

    Answer post(String token, String path, String body, String key) {
        return send(authorized(request(path), token).header("Content-Type", "application/json")
                .header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path)).timeout(Duration.ofSeconds(20));
    }

    static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            return new Answer(request, CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new Unanswered(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(HttpRequest request, HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        Answer expect(int status) {
            Check.expect("%d, not %s".formatted(status, this), status() == status);
            return this;
        }

        String field(String name) {
            var match = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(body());
            Check.expect("a field %s in %s".formatted(name, this), match.find());
            return match.group(1);
        }

        @Override
        public String toString() {
            return "%s %s: %d %s".formatted(request.method(), request.uri(), status(), body());
        }
    }

    static final class Unanswered extends RuntimeException {

        Unanswered(String request, IOException cause) {
            super(request, cause);
        }
    }
}
