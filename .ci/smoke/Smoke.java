import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;

/**
 * Checks a running platform through its gateway.
 *
 * <pre>
 * ADMIN_PASSWORD=… java .ci/smoke/Smoke.java http://127.0.0.1:8080 journey      an order from registration to log-out, then requests that must be refused
 * ADMIN_PASSWORD=… java .ci/smoke/Smoke.java http://127.0.0.1:8080 load 20      orders for 20 s; each accepted order must be confirmed once
 * </pre>
 */
public final class Smoke {

    private final Api api;

    private Smoke(Api api) {
        this.api = api;
    }

    public static void main(String[] arguments) throws Exception {
        var api = new Api(arguments[0], System.getenv("ADMIN_PASSWORD"));
        switch (arguments[1]) {
            case "journey" -> {
                var smoke = new Smoke(api);
                smoke.journey();
                smoke.refusals();
            }
            case "load" -> new Load(api).run(Duration.ofSeconds(Long.parseLong(arguments[2])));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    private void journey() {
        var product = api.product(10);
        var shopper = new Shopper(api);
        Check.say("registered and logged in");
        var order = shopper.order(product, 3, UUID.randomUUID().toString()).expect(201).field("id");
        Check.say("ordered");
        Check.await("the order is confirmed", () -> shopper.get("/orders/" + order).field("status").equals("CONFIRMED"));
        Check.expect("stock is reserved", api.get(api.admin, "/products/" + product + "/stock").body().matches(
                "\\{\"available\":7,\"reserved\":3}"));
        Check.await("both mails are sent",
                () -> api.get(api.admin, "/emails?order_id=" + order).body().split("\"SENT\"").length == 3);
        Check.await("the order is counted",
                () -> api.get(api.admin, "/analytics/top-products?limit=100").body().contains(product));
        shopper.logOut();
        shopper.get("/users/me").expect(401);
        shopper.get("/orders/" + order).expect(401);
        Check.say("the logout ended the session everywhere");
    }

    private void refusals() {
        var shopper = new Shopper(api);
        var product = api.product(1);
        var order = shopper.order(product, 2, "too-many").expect(201).field("id");
        Check.await("more than there is in stock is rejected",
                () -> shopper.get("/orders/" + order).field("status").equals("REJECTED"));
        shopper.order(product, 2, "too-many").expect(201);
        shopper.order(product, 1, "too-many").expect(422);
        shopper.get("/emails?order_id=" + order).expect(403);
        shopper.get("/users/" + UUID.randomUUID()).expect(404);
        new Shopper(api).get("/orders/" + order).expect(404);
        api.get(null, "/orders").expect(401);
        api.get("not.a.token", "/orders").expect(401);
        api.get(shopper.token + "x", "/orders").expect(401);
        api.get(shopper.token, "/nothing-here").expect(404);
        api.get(null, "/products?limit=0").expect(400);
        api.get(null, "/products?colour=red").expect(400);
        api.post(shopper.token, "/orders", "{\"items\":[]}", "empty").expect(400);
        api.post(shopper.token, "/orders", "{\"items\":", "cut").expect(400);
        api.post(null, "/users", "{\"email\":\"a@example.org\",\"name\":\"A\",\"password\":\"short\"}", "short").expect(400);
        api.post(null, "/users", "{\"name\":\"" + "x".repeat(70_000) + "\"}", "long").expect(413);
        api.post(null, "/sessions", "{\"email\":\"admin@ashlar.local\",\"password\":\"guessed-and-wrong\"}", "g").expect(401);
        Api.send(api.request("/products").header("X-Padding", "x".repeat(20_000)).GET()).expect(431);
        Api.send(api.request("/users/me").header("X-User-Id", UUID.randomUUID().toString()).GET()).expect(401);
        Api.send(HttpRequest.newBuilder(URI.create(api.gateway + "/actuator/prometheus")).GET()).expect(401);
        Check.say("what must be refused is refused");
    }
}
