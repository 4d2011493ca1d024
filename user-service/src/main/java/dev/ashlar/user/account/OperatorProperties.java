package dev.ashlar.user.account;

import dev.ashlar.chassis.secrets.SecretRefused;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts that the operator configures. The start fails if a password breaks the rules.
 *
 * @param adminEmail the first administrator's address; empty for none
 * @param adminPassword the first administrator's password
 * @param demo for profile {@code demo} only
 */
@ConfigurationProperties("ashlar.user")
record OperatorProperties(@DefaultValue("") String adminEmail, @DefaultValue("") String adminPassword,
        @DefaultValue Demo demo) {

    /** The passwords of the demo's two accounts. */
    record Demo(@DefaultValue("") String adminPassword, @DefaultValue("") String shopperPassword) {

        /** @throws SecretRefused if a password is missing */
        void requireBoth() {
            named().forEach((variable, password) -> {
                if (password.isBlank()) {
                    throw new SecretRefused(variable, "is missing, which profile \"demo\" needs",
                            "Set " + variable + ", or start without profile \"demo\".");
                }
            });
        }

        /** @throws SecretRefused if a password is set: the operator expects a demo, but this is none */
        void requireNone() {
            named().forEach((variable, password) -> {
                if (!password.isEmpty()) {
                    throw new SecretRefused(variable, "is set outside profile \"demo\"",
                            "Unset " + variable + ", or start with profile \"demo\" to try things out.");
                }
            });
        }

        private Map<String, String> named() {
            return Map.of("DEMO_ADMIN_PASSWORD", adminPassword, "DEMO_SHOPPER_PASSWORD", shopperPassword);
        }

        @Override
        public String toString() {
            return "Demo[]";
        }
    }

    @Override
    public String toString() {
        return "OperatorProperties[adminEmail=" + adminEmail + "]";
    }
}
