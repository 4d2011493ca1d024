package dev.ashlar.process;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;

/** Ports of 127.0.0.1. */
public final class Loopback {

    public static final String ADDRESS = "127.0.0.1";
    private static final int CONNECT_MILLIS = 1_000;
    /** A server on busy cores needs some time. A server that hangs never responds. */
    public static final int READ_MILLIS = 5_000;

    private Loopback() {}

    /** The valid {@code Host} headers of a request to a port. Any other host belongs to a site with DNS rebinding. */
    public static Set<String> hosts(int port) {
        return Set.of(ADDRESS + ":" + port, "localhost:" + port);
    }

    /**
     * True if no process listens on the port.
     * <p> Connects instead of binding: a process that another thread starts at that moment could inherit a bound socket
     * and block the port.
     */
    public static boolean isFree(int port) {
        try (var somebody = connect(port)) {
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException tooBusyToAnswer) {
            return false;
        }
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port), CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a request and returns true if the response is the expected one. False without a response. */
    public static boolean answers(int port, byte[] request, Expectation expectation) {
        try (var socket = connect(port)) {
            socket.getOutputStream().write(request);
            return expectation.isMetBy(new DataInputStream(socket.getInputStream()));
        } catch (IOException notYet) {
            return false;
        }
    }

    @FunctionalInterface
    public interface Expectation {

        boolean isMetBy(DataInputStream response) throws IOException;
    }
}
