package dev.ashlar.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import dev.ashlar.infrastructure.Ports;

/** An {@code ASHLAR_PORT_OFFSET} that keeps a test out of the way of others. */
public final class FreeOffset {

    private FreeOffset() {}

    /** The port of redis-cache is free for sure, and its neighbours as likely as can be. */
    public static int find() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() - Ports.standard(0).redisCache();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
