package dev.ashlar.infrastructure.mail;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An HTML page with the latest mails, newest first. All content is escaped, so no script in a mail runs. */
record MailPage(CaughtMails caught) {

    private static final int SHOWN = 100;

    String text() {
        var mails = caught.all().reversed();
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Caught mail</title>
                <style>
                  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
                  summary { padding: .5rem 0; border-top: 1px solid #ddd; cursor: pointer }
                  time, .to { color: #666; margin-right: 1rem }
                  pre { overflow-x: auto; background: #f6f6f6; padding: 1rem }
                </style>
                <h1>Caught mail</h1>
                <p>%d so far, newest first, at most %d shown. None was delivered to anybody.</p>
                %s
                """.formatted(caught.count(), SHOWN,
                mails.stream().limit(SHOWN).map(MailPage::mail).collect(Collectors.joining()));
    }

    private static String mail(CaughtMails.Mail mail) {
        return """
                <details>
                <summary><time>%tT</time><span class="to">%s</span><strong>%s</strong></summary>
                <pre>%s</pre>
                </details>
                """.formatted(mail.receivedAt().atZone(ZoneId.systemDefault()), escaped(mail.recipient()),
                escaped(mail.subject()), escaped(mail.mimeMessage()));
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
