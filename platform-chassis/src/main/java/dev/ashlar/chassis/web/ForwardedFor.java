package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.TrustedProxies;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the client in {@code X-Forwarded-For}, to which each proxy appends the address of its peer. */
final class ForwardedFor {

    private static final int LONGEST_ADDRESS = 45;

    private ForwardedFor() {}

    /**
     * Reads the hops from right to left as long as a trusted proxy wrote them. A hop that is {@code unknown}, obfuscated (RFC 7239, 6.3) or
     * no address ends the search. Otherwise a client could choose such names to get a limit of its own.
     *
     * @param values of all header fields, in their order
     */
    static InetAddress client(InetAddress peer, TrustedProxies proxies, List<String> values) {
        var client = peer;
        for (var value : values.reversed()) {
            var end = value.length();
            while (end >= 0) {
                if (!proxies.trust(client)) {
                    return client;
                }
                var comma = value.lastIndexOf(',', end - 1);
                var hop = value.substring(comma + 1, end);
                end = comma;
                if (!hop.isBlank()) {
                    var address = address(hop);
                    if (address == null) {
                        return client;
                    }
                    client = address;
                }
            }
        }
        return client;
    }

    /**
     * @param hop with or without port, brackets, quotes and zone
     * @return IPv4 for an IPv4-mapped address of IPv6; null if the hop is no address
     */
    static @Nullable InetAddress address(String hop) {
        var text = withoutZone(host(unquoted(hop.strip())));
        if (text.length() > LONGEST_ADDRESS || text.indexOf(':') < 0 && !hasFourParts(text)) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String unquoted(String hop) {
        return hop.length() > 1 && hop.startsWith("\"") && hop.endsWith("\"")
                ? hop.substring(1, hop.length() - 1)
                : hop;
    }

    private static String host(String hop) {
        if (hop.startsWith("[")) {
            var close = hop.indexOf(']');
            var complete = close > 0 && (close == hop.length() - 1 || hop.charAt(close + 1) == ':');
            return complete ? hop.substring(1, close) : "";
        }
        var colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static String withoutZone(String address) {
        var zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** {@link InetAddress#ofLiteral} would also read {@code 10.1} and {@code 7}. */
    private static boolean hasFourParts(String text) {
        return text.chars().filter(c -> c == '.').count() == 3;
    }
}
