package dev.ashlar.user.password;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Long, and not guessable from a list or from the account; of any characters (NIST SP 800-63B, 3.1.1.2). */
@Component
public class PasswordRules {

    private static final int SHORTEST = 15;
    private static final int DISTINCT = 5;

    private final CommonPasswords common = CommonPasswords.bundled();

    /** @throws WeakPassword if the password is not good enough for the account with this e-mail address */
    public void check(String typed, String email) {
        if (!PasswordText.isText(typed)) {
            throw new WeakPassword("must not contain half of a surrogate pair");
        }
        if (PasswordText.isTooLong(typed) || PasswordText.length(PasswordText.composed(typed)) < SHORTEST) {
            throw new WeakPassword("must have " + SHORTEST + " to " + PasswordText.LONGEST + " characters");
        }
        var password = PasswordText.composed(typed);
        if (password.codePoints().distinct().count() < DISTINCT) {
            throw new WeakPassword("must have at least " + DISTINCT + " different characters");
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
