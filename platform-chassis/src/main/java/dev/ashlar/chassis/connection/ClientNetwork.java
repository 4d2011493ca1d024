package dev.ashlar.chassis.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** The unit in which clients are counted: an IPv4 address, or an IPv6 network of 64 bits (RFC 4862, RFC 8981). */
public final class ClientNetwork {

    private static final int IPV6_BYTES = 8;

    private ClientNetwork() {}

    public static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, IPV6_BYTES) + "/64"
                : address.getHostAddress();
    }
}
