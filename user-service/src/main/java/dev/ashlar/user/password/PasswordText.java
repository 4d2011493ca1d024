package dev.ashlar.user.password;

import java.text.Normalizer;

/**
 * What a password is, whoever typed it. An é may be one code point or two, depending on the keyboard: passwords are judged
 * and hashed in NFC, so that both spellings are one password (RFC 8265, 4.2). Not in NFKC, which NIST SP 800-63B also
 * proposes: it would take ² for 2 and shorten or lengthen what people see.
 */
final class PasswordText {

    static final int LONGEST = 128;

    /** At most four code points of two units each compose one: what is longer than that need not be composed to tell. */
    private static final int LONGEST_SPELLING = LONGEST * 4 * 2;

    private PasswordText() {}

    /** Whether it is worth comparing: no text of another kind was ever hashed. */
    static boolean canBePassword(String typed) {
        return !typed.isEmpty() && isText(typed) && !isTooLong(typed);
    }

    /** Half of a surrogate pair is no character and has no UTF-8: it can't be hashed. JSON lets it through (RFC 8259, 8.2). */
    static boolean isText(String typed) {
        return typed.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    static boolean isTooLong(String typed) {
        return typed.length() > LONGEST_SPELLING || length(composed(typed)) > LONGEST;
    }

    /** In code points. */
    static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }
}
