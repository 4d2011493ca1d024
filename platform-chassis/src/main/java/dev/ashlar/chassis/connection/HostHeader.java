package dev.ashlar.chassis.connection;

import org.jspecify.annotations.Nullable;

/**
 * A {@code Host} with a registered name of RFC 3986, 3.2.2. Tomcat accepts only DNS names, so it refuses an underscore, which names in
 * containers and clusters have.
 *
 * @param port -1 if the header has none
 */
record HostHeader(String name, int port) {

    private static final String UNRESERVED_AND_SUB_DELIMS = "-._~!$&'()*+,;=";
    private static final int MAX_PORT = 65_535;

    /** @return null for an IPv6 address, which Tomcat reads, and for a malformed header, which Tomcat refuses */
    static @Nullable HostHeader parse(byte[] bytes, int start, int length) {
        var name = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            var c = (char) (bytes[start + i] & 0xFF);
            if (c == ':') {
                return withPort(name.toString(), bytes, start + i + 1, start + length);
            }
            if (c == '%' && isEscape(bytes, start + i, start + length)) {
                name.append(c);
            } else if (isLetterOrDigit(c) || UNRESERVED_AND_SUB_DELIMS.indexOf(c) >= 0) {
                name.append(c);
            } else {
                return null;
            }
        }
        return name.isEmpty() ? null : new HostHeader(name.toString(), -1);
    }

    private static @Nullable HostHeader withPort(String name, byte[] bytes, int from, int end) {
        var port = 0;
        for (var i = from; i < end; i++) {
            var digit = bytes[i] - '0';
            port = port * 10 + digit;
            if (digit < 0 || digit > 9 || port > MAX_PORT) {
                return null;
            }
        }
        return name.isEmpty() || from == end ? null : new HostHeader(name, port);
    }

    private static boolean isEscape(byte[] bytes, int percent, int end) {
        return percent + 2 < end && Character.digit(bytes[percent + 1], 16) >= 0
                && Character.digit(bytes[percent + 2], 16) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
