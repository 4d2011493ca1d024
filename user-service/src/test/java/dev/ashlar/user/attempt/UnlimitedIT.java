package dev.ashlar.user.attempt;

import dev.ashlar.user.Api;
import dev.ashlar.user.UserServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@UserServiceTest
@TestPropertySource(properties = "LIMITS_ENABLED=false")
@DirtiesContext
class UnlimitedIT {

    @Autowired
    Api api;

    @Test
    void letsAnybodyGuess() {
        Guesser.somewhere(api).failsAt(api.somebody().email(), 12);
    }
}
