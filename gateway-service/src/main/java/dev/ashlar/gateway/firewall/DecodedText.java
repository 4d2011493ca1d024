package dev.ashlar.gateway.firewall;

/** Undoes the spellings with which attackers hide a signature (the transformations of the OWASP Core Rule Set). */
final class DecodedText {

    private DecodedText() {}

    /** Decodes percent-escapes of single bytes and plus signs. Replaces each run of spaces and SQL comments by one space. */
    static String of(String text) {
        return withoutComments(decoded(text));
    }

    private static String decoded(String text) {
        var decoded = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && hex(text, i + 1) >= 0 && hex(text, i + 2) >= 0) {
                c = (char) (hex(text, i + 1) * 16 + hex(text, i + 2));
                i += 2;
            } else if (c == '+') {
                c = ' ';
            }
            decoded.append(c);
        }
        return decoded.toString();
    }

    private static int hex(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }

    private static String withoutComments(String text) {
        var result = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (text.startsWith("/*", i) && text.indexOf("*/", i + 2) >= 0) {
                i = text.indexOf("*/", i + 2) + 1;
                c = ' ';
            }
            var space = c == ' ' || c == '\t';
            if (!space) {
                result.append(c);
            } else if (result.isEmpty() || result.charAt(result.length() - 1) != ' ') {
                result.append(' ');
            }
        }
        return result.toString();
    }
}
