package dev.ashlar.infrastructure.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.ashlar.process.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Takes every mail by SMTP, delivers none, and shows them by HTTP: a page for people at {@code /}, and for programs
 * what GreenMail's own image offers, {@code GET /api/user/{address}/messages}.
 */
public final class MailCatcher {

    private static final int REMEMBERED = 2_000;

    private MailCatcher() {}

    /** @param args the SMTP port and the HTTP port */
    public static void main(String[] args) throws IOException {
        var caught = new CaughtMails(REMEMBERED);
        receive(Integer.parseInt(args[0]), caught);
        show(Integer.parseInt(args[1]), caught);
    }

    private static void receive(int port, CaughtMails caught) {
        var server = new GreenMail(new ServerSetup(port, Loopback.ADDRESS, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager()
                .setMessageDeliveryHandler((message, recipient) -> new Recipient(recipient.getEmail(), caught));
        server.start();
    }

    private static void show(int port, CaughtMails caught) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Loopback.ADDRESS), port), 0);
        server.createContext("/", ofThisHost(port, new MailPage(caught)));
        server.createContext(MailApi.PATH, ofThisHost(port, new MailApi(caught)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** DNS rebinding would let the pages of any site read all mail. */
    private static HttpHandler ofThisHost(int port, HttpHandler handler) {
        return exchange -> {
            if (Loopback.hosts(port).containsAll(exchange.getRequestHeaders().getOrDefault("Host", List.of()))) {
                handler.handle(exchange);
            } else {
                new Answer(421, "text/plain", "Host is not the address of this page.\n").send(exchange);
            }
        };
    }
}
