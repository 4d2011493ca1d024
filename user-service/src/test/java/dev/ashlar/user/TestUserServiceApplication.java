package dev.ashlar.user;

import dev.ashlar.testing.ServiceAlone;
import java.util.stream.Stream;

/** Starts only user-service, for development, on the infrastructure of its tests and with the demo accounts. */
final class TestUserServiceApplication {

    private static final String[] DEMO = {"--spring.profiles.active=demo",
            "--SIGNING_KEY_SECRET=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "--DEMO_ADMIN_PASSWORD=demo-only-keys-to-the-shop", "--DEMO_SHOPPER_PASSWORD=demo-only-basket-to-fill"};

    private TestUserServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(UserServiceTest.class)
                .start(UserServiceApplication::main,
                        Stream.concat(Stream.of(DEMO), Stream.of(args)).toArray(String[]::new));
    }
}
