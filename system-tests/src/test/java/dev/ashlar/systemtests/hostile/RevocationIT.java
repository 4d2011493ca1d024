package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Shopper;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway and every service refuse an ended session at once: each of 100 requests. */
@Hostile
class RevocationIT {

    private static final int CALLS = 100;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyEntryPointRefusesEveryRequestOfAnEndedSession(String way, String address,
            BiConsumer<Shopper, Shopper> end) {
        var device = Shopper.registered();
        var other = device.inAnotherSession();
        var client = address;
        for (var entryPoint : EntryPoint.values()) {
            var known = protectedRequest(entryPoint, device).from(client).send().status();
            assertThat(known).as("%s before", entryPoint).isIn(200, 403);
        }

        end.accept(device, other);

        var refused = Concurrently.times(EntryPoint.values().length,
                entryPoint -> IntStream.range(0, CALLS)
                        .mapToObj(_ -> protectedRequest(EntryPoint.values()[entryPoint], device).from(client).send()
                                .status())
                        .filter(status -> status == 401).count());
        assertThat(refused).as("%s of %s", Arrays.toString(EntryPoint.values()), way).containsOnly((long) CALLS);
        for (var entryPoint : EntryPoint.values()) {
            protectedRequest(entryPoint, device).named(way).from(client).expectRefusal(401);
        }
    }

    static Stream<Arguments> everyEntryPointRefusesEveryRequestOfAnEndedSession() {
        return Stream.of(
                way("logout", 11, (device, _) -> delete("/sessions/" + device.session(), device)),
                way("logout from another device", 12,
                        (device, other) -> delete("/sessions/" + device.session(), other)),
                way("logout everywhere", 13, (_, other) -> delete("/sessions", other)),
                way("a new password", 14, (_, other) -> Attack.of("PUT", "/api/v1/users/me/password").as(other)
                        .json("{\"current_password\":\"%s\",\"new_password\":\"somebody knew the old one\"}"
                                .formatted(other.password()))
                        .expectStatus(204)),
                way("a refresh token used twice", 15, (device, _) -> {
                    device.gateway().post("/sessions/refresh", Map.of("refresh_token", device.refreshToken()))
                            .expect(200);
                    device.gateway().post("/sessions/refresh", Map.of("refresh_token", device.refreshToken()))
                            .expect(401);
                }), way("the account's end", 16, (_, other) -> delete("/users/me", other)));
    }

    private static Arguments way(String name, int address, BiConsumer<Shopper, Shopper> end) {
        return Arguments.of(name, "127.0.0." + address, end);
    }

    private static void delete(String path, Shopper who) {
        who.gateway().delete(path).expect(204);
    }

    private static Attack protectedRequest(EntryPoint entryPoint, Shopper who) {
        return Attack.get(entryPoint.protectedPath()).at(entryPoint).as(who);
    }
}
