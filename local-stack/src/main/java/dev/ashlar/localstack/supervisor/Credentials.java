package dev.ashlar.localstack.supervisor;

import java.util.List;

import dev.ashlar.localstack.home.Secrets;

/** An account of the demo data. */
public record Credentials(String role, String email, String password) {

    public static List<Credentials> of(Secrets secrets) {
        return List.of(new Credentials("admin", "admin@ashlar.local", secrets.demoAdmin()),
                new Credentials("shopper", "shopper@ashlar.local", secrets.demoShopper()));
    }

    /** A record prints its components; passwords are not for logs. */
    @Override
    public String toString() {
        return "Credentials[%s]".formatted(email);
    }
}
