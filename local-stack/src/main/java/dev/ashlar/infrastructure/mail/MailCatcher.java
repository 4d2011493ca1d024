package dev.ashlar.infrastructure.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ashlar.process.Loopback;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives every mail by SMTP and delivers none. Shows mails over HTTP: a page for people at {@code /}, and {@code GET
 * /api/user/{address}/messages} as in GreenMail's image.
 */
public final class MailCatcher {

    private static final Pattern MESSAGES = Pattern.compile("/api/user/(.+)/messages");

    private MailCatcher() {}

    /** @param args the SMTP port and the HTTP port */
    public static void main(String[] args) throws IOException {
        var caught = new CaughtMails();
        var smtp = new GreenMail(
                new ServerSetup(Integer.parseInt(args[0]), Loopback.ADDRESS, ServerSetup.PROTOCOL_SMTP));
        smtp.getUserManager().setMessageDeliveryHandler((_, recipient) -> user(recipient.getEmail(), caught));
        smtp.start();
        var port = Integer.parseInt(args[1]);
        var http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Loopback.ADDRESS), port), 0);
        http.createContext("/", exchange -> response(exchange, port, caught).send(exchange));
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    /** Replaces GreenMail's user, whose mailbox grows without limit. */
    private static UserImpl user(String email, CaughtMails caught) {
        return new UserImpl(email, email, "", null) {
            @Override
            public void deliver(MovingMessage message) {
                caught.add(email, message.getMessage());
            }
        };
    }

    private static Response response(HttpExchange exchange, int port, CaughtMails caught) {
        var path = exchange.getRequestURI().getPath();
        var messages = MESSAGES.matcher(path);
        // With DNS rebinding, a page of any site could read all mails.
        if (!Loopback.hosts(port).containsAll(exchange.getRequestHeaders().getOrDefault("Host", List.of()))) {
            return new Response(421, "text/plain", "Host is not the address of this page.\n");
        }
        if (messages.matches()) {
            return messages(messages.group(1), caught);
        }
        return path.equals("/")
                ? new Response(200, "text/html", new MailPage(caught).text())
                : new Response(404, "text/plain", "Nothing here\n");
    }

    /** As in GreenMail's HTTP API, where a user exists from the first mail on. */
    private static Response messages(String address, CaughtMails caught) {
        var mails = caught.all().stream().filter(mail -> mail.recipient().equalsIgnoreCase(address)).toList();
        var json = JsonMapper.shared();
        return mails.isEmpty()
                ? new Response(400, "application/json",
                        json.writeValueAsString(Map.of("message", "User '%s' not found".formatted(address))))
                : new Response(200, "application/json", json.writeValueAsString(mails));
    }

    private record Response(int status, String type, String body) {

        void send(HttpExchange exchange) throws IOException {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                var head = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
                if (!head) {
                    exchange.getResponseBody().write(bytes);
                }
            }
        }
    }
}
