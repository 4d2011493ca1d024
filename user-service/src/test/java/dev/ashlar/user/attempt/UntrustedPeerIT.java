package dev.ashlar.user.attempt;

import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@UserServiceTest
class UntrustedPeerIT {

    @Autowired
    Api api;

    @Test
    void cannotAvoidTheLimitWithForgedAddresses() {
        var email = api.registerUser().email();
        for (var i = 0; i < 10; i++) {
            LogInClient.atRandomAddress(api).guess(email).is(401);
        }

        LogInClient.atRandomAddress(api).guess(email).is(429);
    }
}
