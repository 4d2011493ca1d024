package dev.ashlar.user.password;

import java.text.Normalizer;

/**
 * The normal form of a password. An é is one code point on some keyboards and two on others. So passwords are checked and hashed in
 * NFC, in which both spellings are the same (RFC 8265, 4.2). NIST SP 800-63B also allows NFKC, but NFKC replaces ² by 2 and may
 * change the length that users see.
 */
final class PasswordText {

    static final int MAX_LENGTH = 128;

    /** NFC composes one code point of at most four, with two code units each. A longer text is too long without composing it. */
    private static final int MAX_UNITS = MAX_LENGTH * 4 * 2;

    private PasswordText() {}

    /** False for text that was never hashed, because the rules refuse it. */
    static boolean canBePassword(String typed) {
        return !typed.isEmpty() && isText(typed) && !isTooLong(typed);
    }

    /** Half of a surrogate pair has no UTF-8 form, so it cannot be hashed. JSON allows it (RFC 8259, 8.2). */
    static boolean isText(String typed) {
        return typed.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    static boolean isTooLong(String typed) {
        return typed.length() > MAX_UNITS || length(composed(typed)) > MAX_LENGTH;
    }

    /** In code points. */
    static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }
}
