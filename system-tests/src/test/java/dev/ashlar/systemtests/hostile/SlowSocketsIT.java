package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ashlar.systemtests.Http;
import dev.ashlar.systemtests.Shopper;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that begin a request and do not end it (Slowloris, R.U.D.Y.). */
@Hostile
class SlowSocketsIT {

    private static final int SHOPPERS = 2;

    /** Below the rate limit of writes. */
    private static final int SOCKETS = 80;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }

    @Test
    void servesOthersWhileManyBodiesAreIncomplete() throws IOException {
        for (var shopper = 0; shopper < SHOPPERS; shopper++) {
            sendIncompleteBodies(Shopper.registered().token());
        }

        Attack.get("/health").expectStatus(200);
        Attack.get("/.well-known/jwks.json").expectStatus(200);
        Shopper.registered().gateway().get("/users/me").expect(200);
    }

    private void sendIncompleteBodies(String token) throws IOException {
        for (var i = 0; i < SOCKETS; i++) {
            var socket = new Socket(Http.HOST, EntryPoint.GATEWAY.port());
            slow.add(socket);
            socket.getOutputStream().write("""
                    PATCH /api/v1/users/me HTTP/1.1\r
                    Host: a\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: 60000\r
                    \r
                    {""".formatted(token).getBytes(US_ASCII));
        }
    }
}
