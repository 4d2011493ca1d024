package dev.ashlar.user.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts that the operator asks for. A password that breaks the rules refuses the start.
 *
 * @param adminEmail of the first administrator; empty for none
 * @param adminPassword of the first administrator
 * @param demo the demo's passwords, used in profile {@code demo} only
 */
@ConfigurationProperties("ashlar.user")
record OperatorProperties(@DefaultValue("") String adminEmail, @DefaultValue("") String adminPassword,
        @DefaultValue Demo demo) {

    /** Passwords of the demo's two accounts. */
    record Demo(@DefaultValue("") String adminPassword, @DefaultValue("") String shopperPassword) {

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
