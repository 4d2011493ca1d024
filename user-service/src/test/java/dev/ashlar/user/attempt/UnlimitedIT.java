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
    void doesNotLimitFailedLogIns() {
        LogInClient.atRandomAddress(api).guess(api.registerUser().email(), 12);
    }
}
