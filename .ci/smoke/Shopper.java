import java.util.UUID;

/** A user who has just registered. */
final class Shopper {

    final String token;
    private final String session;
    private final Api api;

    Shopper(Api api) {
        this.api = api;
        var email = "smoke-%s@example.org".formatted(UUID.randomUUID());
        var password = UUID.randomUUID().toString();
        api.post(null, "/users", "{\"email\":\"%s\",\"name\":\"Smoke\",\"password\":\"%s\"}".formatted(email, password), email)
                .expect(201);
        var answer = api.logIn(email, password);
        token = answer.field("access_token");
        session = answer.field("session_id");
    }

    Api.Answer get(String path) {
        return api.get(token, path);
    }

    Api.Answer order(String product, int quantity, String key) {
        return api.post(token, "/orders",
                "{\"items\":[{\"product_id\":\"%s\",\"quantity\":%d}]}".formatted(product, quantity), key);
    }

    void logOut() {
        Api.send(Api.authorized(api.request("/sessions/" + session), token).DELETE()).expect(204);
    }
}
