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
    void gainsNothingByClaimingAddresses() {
        var email = api.somebody().email();
        for (var i = 0; i < 10; i++) {
            Guesser.somewhere(api).guesses(email).is(401);
        }

        Guesser.somewhere(api).guesses(email).is(429);
    }
}
