package dev.ashlar.user.password;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** A password may have any characters, but must be long and hard to guess (NIST SP 800-63B, 3.1.1.2). */
@Component
public class PasswordRules {

    private static final int MIN_LENGTH = 15;
    private static final int MIN_DISTINCT = 5;

    private final CommonPasswords common = CommonPasswords.bundled();

    /** @throws WeakPassword if the password breaks a rule for the account with this e-mail address */
    public void check(String typed, String email) {
        if (!PasswordText.isText(typed)) {
            throw new WeakPassword("must not contain half of a surrogate pair");
        }
        if (PasswordText.isTooLong(typed) || PasswordText.length(PasswordText.composed(typed)) < MIN_LENGTH) {
            throw new WeakPassword("must have " + MIN_LENGTH + " to " + PasswordText.MAX_LENGTH + " characters");
        }
        var password = PasswordText.composed(typed);
        if (password.codePoints().distinct().count() < MIN_DISTINCT) {
            throw new WeakPassword("must have at least " + MIN_DISTINCT + " different characters");
        }
        if (common.contains(password)) {
            throw new WeakPassword("is one of the most common passwords");
        }
        if (containsLocalPart(password, email)) {
            throw new WeakPassword("must not contain your e-mail address up to the @");
        }
    }

    private static boolean containsLocalPart(String password, String email) {
        var localPart = email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT);
        return password.toLowerCase(Locale.ROOT).contains(localPart);
    }
}
