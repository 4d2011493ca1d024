package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** The client of a request, as limits count clients. */
public final class ClientAddress {

    private ClientAddress() {}

    /**
     * The address of the socket, or the address that a trusted proxy names ({@code TRUSTED_PROXIES}). For IPv6 it is the network of 64
     * bits, in which a client chooses its own addresses (RFC 4862, RFC 8981).
     */
    public static String of(HttpServletRequest request) {
        return network(String.valueOf(request.getRemoteAddr()));
    }

    static String network(String address) {
        try {
            return ClientNetwork.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return address; // A trusted proxy may send a name that is no address.
        }
    }
}
