package dev.ashlar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mails that the mail server received, read through GreenMail's HTTP interface. */
public final class Mails {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Mails() {}

    /** @param text the whole mail with headers and body */
    public record Mail(String messageId, String subject, String text) {}

    /** The mails to an address, in the order of their arrival. */
    public static List<Mail> to(String address) {
        var answer = get(TestInfrastructure.get().backend().smtp().page() + "/api/user/" + address + "/messages");
        return answer.isArray()
                ? StreamSupport.stream(answer.spliterator(), false).map(Mails::mail).toList()
                : List.of();
    }

    private static Mail mail(JsonNode mail) {
        return new Mail(mail.path("Message-ID").asString(), mail.path("subject").asString(),
                mail.path("mimeMessage").asString());
    }

    private static JsonNode get(String url) {
        try {
            return JsonMapper.shared()
                    .readTree(
                            HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
