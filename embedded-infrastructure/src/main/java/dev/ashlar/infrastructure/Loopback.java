package dev.ashlar.infrastructure;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Ports of 127.0.0.1. */
public final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    /**
     * How long one try to reach a part may take, in milliseconds: twice of it, to connect and to read, is less than a
     * second.
     */
    private static final int PATIENCE = 450;

    private Loopback() {}

    static void requireFree(Part part) {
        for (int port : part.ports()) {
            if (!isFree(port)) {
                throw new PortTaken(part.name(), port);
            }
        }
    }

    /**
     * Whether nobody listens on the port.
     * <p>
     * Knocks rather than binds: a process that another thread starts at that moment would inherit the bound socket, and
     * hold the port for as long as it takes to close what it inherited.
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

    static Socket connect(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a request and tells whether the answer is the wanted one. Nobody there is an answer as well: no. */
    static boolean answers(int port, byte[] request, Expectation expectation) {
        try (var socket = connect(port)) {
            socket.getOutputStream().write(request);
            return expectation.isMetBy(new DataInputStream(socket.getInputStream()));
        } catch (IOException notYet) {
            return false;
        }
    }

    @FunctionalInterface
    interface Expectation {

        boolean isMetBy(DataInputStream answer) throws IOException;
    }
}
