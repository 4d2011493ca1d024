package dev.ashlar.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.FaultProxy;
import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The session Redis becomes unavailable while the service is connected. This fails differently from a refused connection. */
@UserServiceTest
@DirtiesContext
class SessionStoreLostIT {

    private static final FaultProxy WIRE = FaultProxy.toSessionRedis();

    @Autowired
    Api api;

    @DynamicPropertySource
    static void sessionsByWire(DynamicPropertyRegistry properties) {
        properties.add("ashlar.redis.sessions-url", WIRE::url);
    }

    @BeforeEach
    void waitUntilLogInsSucceed() {
        WIRE.mend();
        await().untilAsserted(() -> api.signInNewUser());
    }

    @Test
    void endsAStolenSessionForGoodDuringTheOutage() {
        var stolen = api.signInNewUser();
        api.refresh(stolen.refreshToken()).is(200);
        WIRE.cut();

        api.refresh(stolen.refreshToken()).is(401);

        WIRE.mend();
        await().untilAsserted(() -> api.me(stolen).is(401));
    }

    @Test
    void refusesRequestsThatNeedASessionWith503() {
        var person = api.registerUser();
        var session = api.signIn(person);
        WIRE.cut();

        assertThat(api.logIn(person.email(), person.password()).is(503).header("Retry-After")).isNotEmpty();
        api.refresh(session.refreshToken()).is(503);
        api.me(session).is(503);
        api.delete("/api/v1/sessions", session).is(503);
        api.registerUser();
    }
}
