package dev.ashlar.systemtests.faults;

import dev.ashlar.systemtests.Ashlar;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What arrived at the mail server. */
final class MailCatcher {

    private static final int PORT = 23_080 + Ashlar.PORT_OFFSET;

    private MailCatcher() {}

    /** The {@code Message-ID} of every mail to the address, copies included. */
    static List<String> messageIdsTo(String address) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/api/user/%s/messages".formatted(PORT, address));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.body()).valueStream()
                    .map(mail -> mail.path("Message-ID").asString()).toList();
        }
    }
}
