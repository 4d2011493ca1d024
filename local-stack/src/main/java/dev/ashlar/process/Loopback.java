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
    /** A server on busy cores may take its time. One that hangs takes for ever. */
    public static final int READ_MILLIS = 5_000;

    private Loopback() {}

    /** As the {@code Host} header of a request to a port names it. Any other name belongs to a site that was rebound to this address. */
    public static Set<String> hosts(int port) {
        return Set.of(ADDRESS + ":" + port, "localhost:" + port);
    }

    /**
     * Whether nobody listens on the port.
     * <p>
     * Connects rather than binds: a process that another thread starts at that moment would inherit the bound socket,
     * and hold the port for as long as it takes to close what it inherited.
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

    /** Sends a request and tells whether the response is the wanted one. It is not if nobody responds. */
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
