package dev.ashlar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleResponsesTest {

    @Test
    void allowsThePageToCallTheSupervisorOfTheLocalStack() {
        var page = new ConsoleResponses(Asset.of("index.html", ""), "http://127.0.0.1:23090").page();

        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .contains("connect-src 'self' http://127.0.0.1:23090;");
    }
}
