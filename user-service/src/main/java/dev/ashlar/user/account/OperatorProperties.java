package dev.ashlar.user.account;

import dev.ashlar.chassis.secrets.SecretRefused;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts that the operator asks for. A password that breaks the rules refuses the start.
 *
 * @param adminEmail of the first administrator; empty for none
 * @param adminPassword of the first administrator
 * @param demo the demo's passwords, for profile {@code demo} only
 */
@ConfigurationProperties("ashlar.user")
record OperatorProperties(@DefaultValue("") String adminEmail, @DefaultValue("") String adminPassword,
        @DefaultValue Demo demo) {

    /** Passwords of the demo's two accounts. */
    record Demo(@DefaultValue("") String adminPassword, @DefaultValue("") String shopperPassword) {

        /** @throws SecretRefused if one is missing: a demo that nobody can sign in to is none */
        void requireBoth() {
            named().forEach((variable, password) -> {
                if (password.isBlank()) {
                    throw new SecretRefused(variable, "is missing, which profile \"demo\" needs",
                            "Set " + variable + ", or start without profile \"demo\".");
                }
            });
        }

        /** @throws SecretRefused if one is set: whoever sets it takes this for a demo, which it is not */
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
