package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query parameters that are unknown, repeated or invalid. */
@Hostile
class QueryAttacksIT {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "2147483648", "1.0", "1e1", "0x10", "%2B5", "%205", "abc", "", "null",
            "%D9%A5", "1,2", "5;"})
    void refusesALimitThatIsNoIntegerFrom1To100(String limit, Fixture fixture) {
        Attack.get("/api/v1/orders?limit=" + limit).as(fixture.attacker()).expectRefusal(400);
        Attack.get("/api/v1/products?limit=" + limit).as(fixture.attacker()).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%00", "====", "..%2F..", "MDE4OTAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwHw",
            "bnVsbA", "-1"})
    void refusesAnInvalidCursor(String cursor, Fixture fixture) {
        for (var list : new String[]{"orders", "sessions", "products"}) {
            Attack.get("/api/v1/" + list + "?cursor=" + cursor).as(fixture.attacker()).expectRefusal(400);
        }
    }

    @Test
    void refusesACursorOfAnotherQuery(Fixture fixture) {
        var cursor = Attack.get("/api/v1/products?limit=1&sort=price").as(fixture.attacker()).expectStatus(200)
                .text("next_cursor");

        assertThat(cursor).isNotBlank();
        Attack.get("/api/v1/products?limit=1&sort=-price&cursor=" + cursor).as(fixture.attacker()).expectRefusal(400);
        Attack.get("/api/v1/products?limit=1&q=a&cursor=" + cursor).as(fixture.attacker()).expectRefusal(400);
        Attack.get("/api/v1/orders?cursor=" + cursor).as(fixture.attacker()).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders?user_id=x", "/api/v1/orders?offset=1", "/api/v1/orders?page=1&size=1",
            "/api/v1/orders?limit=1&limit=2", "/api/v1/orders?limit[]=1", "/api/v1/orders?LIMIT=1",
            "/api/v1/orders?_method=DELETE", "/api/v1/orders?=1", "/api/v1/orders?x", "/api/v1/sessions?user_id=x",
            "/api/v1/users/me?fields=password", "/api/v1/products?sort=password", "/api/v1/products?sort=name,price",
            "/api/v1/products?sort=", "/api/v1/products?filter=1", "/api/v1/products?q=a&q=b",
            "/api/v1/products?min_price=2&max_price=1", "/api/v1/products?min_price=NaN",
            "/api/v1/products?min_price=-1", "/api/v1/products?max_price=1e400", "/api/v1/products?max_price=1,00",
            "/api/v1/products?min_price=1e-400000000", "/api/v1/products?min_price=0x1"})
    void refusesUnknownAndInvalidParameters(String path, Fixture fixture) {
        Attack.get(path.replace("[]", "%5B%5D")).as(fixture.attacker()).expectRefusal(400);
    }

    @ParameterizedTest
    @MethodSource
    void refusesInvalidParametersOfAnAdmin(Attack attack) {
        attack.expectRefusal(400);
    }

    static Stream<Attack> refusesInvalidParametersOfAnAdmin(Fixture fixture) {
        return Stream.of("analytics/summary?from=yesterday",
                "analytics/summary?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "analytics/summary?from=2026-02-30T00:00:00Z", "analytics/summary?to=%2B999999999-12-31T00:00:00Z",
                "analytics/summary?from=1", "analytics/sales?granularity=week", "analytics/sales?granularity=DAY",
                "analytics/sales?granularity=day'--", "analytics/top-products?limit=0",
                "analytics/top-products?limit=101",
                "emails?order_id=x", "emails?recipient=x", "emails?cursor=x")
                .map(path -> Attack.get("/api/v1/" + path)
                        .as(fixture.admin()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products?q=%", "/api/v1/products?q=%zz", "/api/v1/products?q=%4",
            "/api/v1/products?q=%c0%ae", "/api/v1/products?q=%ff%fe", "/api/v1/products?q=a b",
            "/api/v1/products?q=<>", "/api/v1/products?q=\"", "/api/v1/products?q=\u0001", "/api/v1/products?%zz=1"})
    void refusesAMalformedQuery(String path) {
        RawSocket.to(EntryPoint.GATEWAY).send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").expectRefusal(400);
    }
}
