package dev.ashlar.email.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.messaging.Origin;
import dev.ashlar.email.addressbook.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@EmailServiceWithOwnMailServer
class EmailRendererIT {

    private final Order order = Orders.placed(1);

    @Autowired
    private EmailRenderer renderer;

    @ParameterizedTest
    @EnumSource
    void rendersTheSameContentAsPlainTextAndAsHtml(Template template) throws Exception {
        var mail = render(template, "Ada");

        assertThat(mail.getSubject()).contains(order.number());
        assertThat(mail.getFrom()[0]).hasToString("shop@ashlar.local");
        for (var part = 0; part < 2; part++) {
            assertThat(body(mail, part)).contains("Hello", "Ada", order.number(), "49.99", "99.98 USD", "Desk lamp",
                    order.id().toString())
                    .doesNotContain("${", "th:text", order.lines().getFirst().productId().toString());
        }
    }

    @Test
    void escapesTheUsersNameInHtml() throws Exception {
        var mail = render(Template.ORDER_RECEIVED, "<b>Eve</b>");

        assertThat(body(mail, 0)).startsWith("Hello <b>Eve</b>,");
        assertThat(body(mail, 1)).contains("&lt;b&gt;Eve&lt;/b&gt;").doesNotContain("<b>");
    }

    @Test
    void escapesTheProductsNameInHtml() throws Exception {
        var mail = render(Template.ORDER_RECEIVED, "Ada", Orders.of("<b>Größe & \"Ö\"</b> 茶"));

        assertThat(body(mail, 0)).contains("2 x <b>Größe & \"Ö\"</b> 茶  49.99");
        assertThat(body(mail, 1)).contains("2 × &lt;b&gt;Größe &amp; &quot;Ö&quot;&lt;/b&gt; 茶").doesNotContain("<b>");
    }

    @Test
    void keepsTheProductsNameOnOneLine() throws Exception {
        var mail = render(Template.ORDER_RECEIVED, "Ada",
                Orders.of("Lamp\r\nBcc: eve@example.org\u202E\u2028" + "x".repeat(500)));

        assertThat(body(mail, 0)).contains("2 x Lamp Bcc: eve@example.org xxx", "xxx…  49.99");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void showsTheProductsNumberIfTheOrderHasNoName() throws Exception {
        var unnamed = Orders.of(null);

        assertThat(body(render(Template.ORDER_RECEIVED, "Ada", unnamed), 0))
                .contains("2 x Product " + unnamed.lines().getFirst().productId().toString().substring(24) + "  49.99");
    }

    private MimeMessage render(Template template, String name) throws Exception {
        return render(template, name, order);
    }

    private MimeMessage render(Template template, String name, Order order) throws Exception {
        var email = new Email(UuidCreator.getTimeOrderedEpoch(), template, order, 1, Instant.EPOCH,
                new Origin(null, null));
        var message = new MimeMessage(Session.getInstance(new Properties()));
        return renderer.render(message, email, new Address.Known("ada@example.org", name));
    }

    private static String body(MimeMessage mail, int part) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
    }
}
