package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules for every response: the headers that it has, and the details that it must not reveal. */
final class ResponseRules {

    /** Class names, stack frames, SQL, and the names of libraries and servers. */
    static final Pattern LEAK = Pattern.compile("\\b(?:java|javax|jakarta|org|com|dev|tools|io)\\.[a-z]\\w*\\.[\\w.$]+"
            + "|\\w(?:Exception|Error)\\b|Throwable|\\bat [\\w.$/]+\\(|SQLSTATE|\\bSELECT\\b.*\\bFROM\\b|INSERT INTO"
            + "|DELETE FROM|relation \"|constraint \"|PSQL|Hibernate|Jackson|Lettuce|Tomcat|Spring|nginx");

    private static final Map<String, String> REQUIRED = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
            "DENY", "Referrer-Policy", "no-referrer", "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'");
    private static final List<String> FORBIDDEN = List.of("Server", "X-Powered-By", "Via", "Set-Cookie",
            "Access-Control-Allow-Origin", "X-Application-Context");

    private ResponseRules() {}

    static void check(Response response) {
        var headers = response.raw().headers();
        REQUIRED.forEach((name, value) -> assertThat(headers.allValues(name)).as(name).containsExactly(value));
        assertThat(headers.map()).doesNotContainKeys(FORBIDDEN.toArray(String[]::new));
        assertThat(headers.allValues("X-Request-Id")).singleElement().asString().matches("[A-Za-z0-9._-]{1,64}");
        assertThat(headers.firstValue("Cache-Control")).as("Cache-Control").isPresent();
    }
}
