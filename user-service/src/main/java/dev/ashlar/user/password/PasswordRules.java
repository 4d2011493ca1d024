package dev.ashlar.user.password;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Long, and not guessable from a list or from the account; of any characters (NIST SP 800-63B, 3.1.1.2). */
@Component
public class PasswordRules {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 128;
    private static final int DISTINCT = 5;

    /** A shorter local part, "a" say, would forbid most passwords and make none safer. */
    private static final int TELLING_LOCAL_PART = 3;

    private final CommonPasswords common = CommonPasswords.bundled();

    /** @throws WeakPassword if the password is not good enough for the account with this e-mail address */
    public void check(String password, String email) {
        if (!isText(password)) {
            throw new WeakPassword("must not contain half of a surrogate pair");
        }
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new WeakPassword("must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (password.codePoints().distinct().count() < DISTINCT) {
            throw new WeakPassword("must have at least " + DISTINCT + " different characters");
        }
        if (common.contains(password)) {
            throw new WeakPassword("is one of the most common passwords");
        }
        if (containsLocalPart(password, email)) {
            throw new WeakPassword("must not contain your e-mail address");
        }
    }

    /** Half of a surrogate pair is no character and has no UTF-8: it can't be hashed. JSON lets it through (RFC 8259, 8.2). */
    static boolean isText(String password) {
        return password.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static boolean containsLocalPart(String password, String email) {
        var localPart = email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT);
        return localPart.length() >= TELLING_LOCAL_PART && password.toLowerCase(Locale.ROOT).contains(localPart);
    }
}
