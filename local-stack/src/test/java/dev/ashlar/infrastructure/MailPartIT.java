package dev.ashlar.infrastructure;

import dev.ashlar.process.Loopback;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MailPartIT {

    @TempDir
    static Path home;

    static MailPart part;
    static Process process;

    @BeforeAll
    static void start() throws Exception {
        var ports = Ports.free();
        part = new MailPart(home.resolve("smtp"), ports.smtp(), ports.mailPage());
        part.prepare();
        var log = home.resolve("smtp.log");
        process = part.start(log);
        EmbeddedInfrastructure.awaitReady(part, process, log);
    }

    @AfterAll
    static void stop() {
        part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(10));
    }

    @Test
    void servesMailsAsJson() throws Exception {
        send("ann@example.com", "Order received");
        send("ann@example.com", "Order confirmed");
        send("bob@example.com", "Another");

        var mails = JsonMapper.shared().readTree(get("/api/user/ann@example.com/messages").body());

        assertThat(mails).extracting(mail -> mail.get("subject").asString())
                .containsExactly("Order received", "Order confirmed");
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.get("messageId").asString()).isEqualTo(mail.get("Message-ID").asString()).startsWith("<");
            assertThat(mail.get("mimeMessage").asString()).contains("Hello ann@example.com");
        });
    }

    @Test
    void knowsNoUserWithoutMail() throws Exception {
        assertThat(get("/api/user/nobody@example.com/messages").statusCode()).isEqualTo(400);
    }

    @Test
    void escapesMailsOnItsPage() throws Exception {
        send("eve@example.com", "<script>alert(1)</script>");

        assertThat(get("/").body()).contains("eve@example.com", "&lt;script>").doesNotContain("<script>");
    }

    @Test
    void refusesRequestsAfterDnsRebinding() {
        assertThat(answers("127.0.0.1:" + part.pagePort(), "HTTP/1.1 200")).isTrue();
        assertThat(answers("rebound.example:" + part.pagePort(), "HTTP/1.1 421")).isTrue();
    }

    private static boolean answers(String host, String start) {
        return Loopback.answers(part.pagePort(), "GET / HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(host).getBytes(),
                response -> new String(response.readNBytes(start.length())).equals(start));
    }

    private static void send(String to, String subject) {
        GreenMailUtil.sendTextEmail(to, "shop@example.com", subject, "Hello " + to,
                new ServerSetup(part.port(), Loopback.ADDRESS, ServerSetup.PROTOCOL_SMTP));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + part.pagePort() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
