package dev.ashlar.systemtests.faults;

import dev.ashlar.systemtests.Http;
import java.util.List;

/** The mail server of the stack. */
final class MailCatcher {

    private MailCatcher() {}

    /** The {@code Message-ID} of every mail to the address, duplicates included. */
    static List<String> messageIdsTo(String address) {
        return Http.get(Http.uri(Http.MAIL_PORT, "/api/user/%s/messages".formatted(address))).expect(200).body()
                .valueStream()
                .map(mail -> mail.path("Message-ID").asString()).toList();
    }
}
