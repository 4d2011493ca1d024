package dev.ashlar.user.account;

import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.user.Api;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@UserServiceTest
class PasswordIT {

    private static final String ANOTHER = "seven yellow tractors";

    @Autowired
    Api api;

    @Test
    void replacesTheOldPassword() {
        var person = api.registerUser();

        change(api.signIn(person), person.password(), ANOTHER).is(204);

        api.logIn(person.email(), person.password()).is(401);
        api.logIn(person.email(), ANOTHER).is(201);
    }

    @Test
    void endsEveryOtherSessionOfTheUser() {
        var person = api.registerUser();
        var other = api.signIn(person);
        var mine = api.signIn(person);

        change(mine, person.password(), ANOTHER).is(204);

        api.me(mine).is(200);
        api.refresh(mine.refreshToken()).is(200);
        api.me(other).is(401);
        api.refresh(other.refreshToken()).is(401);
    }

    @Test
    void refusesAWrongCurrentPassword() {
        change(api.signInNewUser(), "a wrong guess of it", ANOTHER).refuses("current_password");
    }

    @Test
    void refusesAWeakNewPassword() {
        change(api.signInNewUser(), Api.PASSWORD, "passwordpassword").refuses("new_password");
    }

    @Test
    void refusesUnpairedSurrogatesInBothPasswords() {
        var caller = api.signInNewUser();
        var halved = "nine purple \\ud800tractors";
        var json = "{\"current_password\": \"%s\", \"new_password\": \"%s\"}";

        api.send("PUT", "/api/v1/users/me/password", caller, json.formatted(halved, ANOTHER))
                .refuses("current_password");
        api.send("PUT", "/api/v1/users/me/password", caller, json.formatted(Api.PASSWORD, halved))
                .refuses("new_password");
    }

    private ServiceResponse change(Tokens caller, String current, String replacement) {
        return api.send("PUT", "/api/v1/users/me/password", caller,
                Map.of("current_password", current, "new_password", replacement));
    }
}
