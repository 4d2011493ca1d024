package dev.ashlar.email.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.ashlar.email.addressbook.AddressBook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@EmailServiceWithOwnMailServer
class MailServerOutageIT {

    private static final int PORT = freePort();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Order order = Orders.placed(1);

    @Autowired
    private EmailQueue queue;
    @Autowired
    private EmailLog log;
    @Autowired
    private AddressBook addresses;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("SMTP_PORT", () -> PORT);
    }

    @BeforeEach
    void addTheOwnersAddress() {
        addresses.put(order.userId(), 1, "ada@example.org", "Ada");
    }

    @AfterEach
    void stopTheServer() {
        server.stop();
    }

    @Test
    void sendsMailsAfterTheServerHasReturned() throws Exception {
        queue.add(Template.ORDER_RECEIVED, order, "event-1");
        await().atMost(SOON).until(() -> mail().attempts() >= 2);
        assertThat(mail().status()).isEqualTo(EmailLog.Status.PENDING);

        server.start();

        await().atMost(SOON).until(() -> mail().status() == EmailLog.Status.SENT);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getMessageID())
                .isEqualTo("<order-received." + order.id() + "@ashlar.local>");
    }

    @Test
    void failsAMailToAMalformedAddressAtOnce() {
        addresses.put(order.userId(), 2, "nobody at all", "Nobody");

        queue.add(Template.ORDER_RECEIVED, order, "event-1");

        await().atMost(SOON).until(() -> mail().status() == EmailLog.Status.FAILED);
        assertThat(mail().attempts()).isEqualTo(1);
    }

    private EmailLog.Entry mail() {
        return log.newest(order.id(), null, 1).getFirst();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
