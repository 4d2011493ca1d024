package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** Where a request comes from, in the form in which limits are kept. */
public final class ClientAddress {

    private ClientAddress() {}

    /**
     * The socket's peer, or whom a trusted proxy names ({@code TRUSTED_PROXIES}). Of an IPv6 address the network of 64 bits:
     * within it a client picks addresses as it likes (RFC 4862, RFC 8981).
     */
    public static String of(HttpServletRequest request) {
        return network(String.valueOf(request.getRemoteAddr()));
    }

    static String network(String address) {
        try {
            return ClientNetwork.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return address; // a trusted proxy's own name for its client
        }
    }
}
