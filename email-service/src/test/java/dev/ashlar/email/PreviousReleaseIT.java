package dev.ashlar.email;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** This code starts on the database that the previous release left, and serves the rows in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "MAIL_RETENTION=36500d", "ashlar.database-role=email_service_upgraded",
        "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "email_service_upgraded", parts = {POSTGRES,
        REDIS}, restore = "previous-release/email_service.sql")
@DirtiesContext
class PreviousReleaseIT {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsTheMailsAboutAnOrder() {
        var order = jdbc.sql("SELECT order_id FROM emails WHERE template = 'order-confirmed'").query(UUID.class).list()
                .getFirst();

        var mails = ServiceClient.admin(port).get("/api/v1/emails?order_id=" + order).is(200);

        assertThat(mails.items("template")).contains("order-received", "order-confirmed");
        assertThat(mails.items("status")).containsOnly("SENT");
    }
}
