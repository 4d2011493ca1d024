package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that begin a request and don't end it (Slowloris, R.U.D.Y.). */
@Hostile(readsOnly = true)
class SlowSocketsIT {

    private static final int SOCKETS = 100;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }

    @Test
    void aHundredLogInsThatDoNotEndKeepNobodyElseOut() throws IOException {
        for (var i = 0; i < SOCKETS; i++) {
            var socket = new Socket(Door.HOST, Door.GATEWAY.port());
            slow.add(socket);
            socket.getOutputStream().write("""
                    POST /api/v1/sessions HTTP/1.1\r
                    Host: a\r
                    Content-Type: application/json\r
                    Content-Length: 60000\r
                    \r
                    {""".getBytes(US_ASCII));
        }

        Attack.get("/health").isHarmless(200);
        Attack.get("/.well-known/jwks.json").isHarmless(200);
        Attack.post("/api/v1/sessions", "{\"email\":\"nobody@example.org\",\"password\":\"wrong password 123\"}")
                .isRefusedWith(401);
    }
}
