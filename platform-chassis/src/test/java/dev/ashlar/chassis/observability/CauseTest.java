package dev.ashlar.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.Logs;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

class CauseTest {

    @RegisterExtension
    final Logs logs = new Logs();

    @Test
    void showsTheMessageOfTheRootCause() {
        var refused = new ConnectException("Connection refused");

        assertThat(Cause.of(new DataAccessResourceFailureException("No connection", refused)))
                .isEqualTo("ConnectException: Connection refused (DataAccessResourceFailureException)");
        assertThat(Cause.of(new SQLException("The connection attempt failed.", "08001")))
                .isEqualTo("SQLException: The connection attempt failed.");
    }

    @Test
    void omitsMessagesThatMayQuoteInput() {
        assertThat(Cause.of(new IllegalArgumentException("Invalid UUID: secret"))).doesNotContain("secret");
        assertThat(Cause.of(new SQLException("invalid input syntax: \"secret\"", "22P02"))).doesNotContain("secret");
    }

    @Test
    void masksEmailAddressesAndFitsOneShortLine() {
        var line = Cause.of(new IOException("<ada@example.org>: no such user\r\nforged line " + "x".repeat(500)));

        assertThat(line).isEqualTo("IOException: <…@…>: no such user");
        assertThat(Cause.of(new IOException("x".repeat(500)))).hasSizeLessThan(230);
    }

    @Test
    void tracesAFaultWithoutMessagesThatMayQuoteInput() {
        var fault = new IllegalStateException("Order of ada@example.org", new IOException("disk full"));
        Cause.trace(LoggerFactory.getLogger(CauseTest.class).atError(), fault).log("A test failed");

        var trace = logs.saying("A test failed").getFirst().stackTrace();
        assertThat(trace).contains("java.lang.IllegalStateException", "java.io.IOException: disk full",
                "CauseTest.tracesAFault").doesNotContain("ada");
    }

    @Test
    void endsIfCausesFormACycle() {
        var one = new IOException("one");
        one.initCause(new IOException("two", one));

        assertThat(Cause.of(one)).startsWith("IOException: ");
        Cause.trace(LoggerFactory.getLogger(CauseTest.class).atError(), one).log("A test failed in a circle");
        assertThat(logs.saying("A test failed in a circle")).hasSize(1);
    }
}
