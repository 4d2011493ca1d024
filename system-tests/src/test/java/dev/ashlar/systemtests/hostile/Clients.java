package dev.ashlar.systemtests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;

/** HTTP clients, and where they call from. */
final class Clients {

    private static final HttpClient USUAL = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private Clients() {}

    /** Calls from 127.0.0.1, as all tests do. */
    static HttpClient usual() {
        return USUAL;
    }

    /**
     * Calls from another loopback address, so that what it uses up of a limit is missed by nobody. Where there is only one
     * (Linux has 127.0.0.0/8, others do not) it calls from there.
     */
    static HttpClient from(String address) {
        var client = HttpClient.newBuilder().version(Version.HTTP_1_1);
        try {
            var local = InetAddress.getByName(address);
            try (var probe = new ServerSocket(0, 1, local)) {
                client.localAddress(probe.getInetAddress());
            } catch (IOException e) {
                return USUAL;
            }
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
        return client.build();
    }
}
