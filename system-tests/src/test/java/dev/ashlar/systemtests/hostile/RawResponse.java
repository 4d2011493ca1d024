package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.OpenApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A response as received: the status line and headers unchanged, and the body without its framing. */
record RawResponse(int status, String head, String body) {

    /** Stands for the status of a response without a head, as in HTTP/0.9. */
    static final int HEADLESS = 9;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})[^\r\n]*\r\n");
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d+) *$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^Transfer-Encoding: *chunked *$");
    private static final List<Integer> OF_THE_CONTAINER = List.of(400, 408, 414, 431, 501, 505);

    /** All responses in the received text, in order. */
    static List<RawResponse> all(String text) {
        var responses = new ArrayList<RawResponse>();
        if (!text.isEmpty() && !text.startsWith("HTTP/")) {
            return List.of(new RawResponse(HEADLESS, "", text));
        }
        for (var rest = text; !rest.isEmpty();) {
            var statusLine = STATUS_LINE.matcher(rest);
            var end = rest.indexOf("\r\n\r\n");
            assertThat(statusLine.lookingAt() && end > 0).as("HTTP at %s of %s", rest, text).isTrue();
            var head = rest.substring(0, end + 2);
            var tail = rest.substring(end + 4);
            var body = new StringBuilder();
            rest = tail.substring(readBody(head, tail, body));
            responses.add(new RawResponse(Integer.parseInt(statusLine.group(1)), head,
                    new String(body.toString().getBytes(ISO_8859_1), UTF_8)));
        }
        return responses;
    }

    /** Appends the body and returns its length in characters, including the framing. */
    private static int readBody(String head, String tail, StringBuilder body) {
        var length = LENGTH.matcher(head);
        if (length.find()) {
            body.append(tail, 0, Integer.parseInt(length.group(1)));
            return body.length();
        }
        if (!CHUNKED.matcher(head).find()) {
            body.append(tail);
            return tail.length();
        }
        for (var at = 0;;) {
            var line = tail.indexOf("\r\n", at);
            var size = Integer.parseInt(tail.substring(at, line), 16);
            body.append(tail, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
            if (size == 0) {
                return at;
            }
        }
    }

    /** Expects a problem document, except if the servlet container refused a request that it could not read. */
    void checkRefusal() {
        if (head.contains("application/problem+json") || !OF_THE_CONTAINER.contains(status)) {
            assertThat(head).contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff",
                    "X-Request-Id: ", "no-store");
            OpenApiResponses.assertProblem(body);
            var problem = JsonMapper.shared().readTree(body);
            assertThat(problem.path("status").intValue()).isEqualTo(status);
            assertThat(problem.path("title").asString()).isNotBlank();
            assertThat(problem.path("detail").asString()).isNotBlank();
            assertThat(head).contains("X-Request-Id: " + problem.path("request_id").asString());
        }
    }

    void checkResponseRules() {
        assertThat(head).doesNotContainPattern("(?im)^(?:Server|X-Powered-By|Via|Set-Cookie):");
        assertThat(body.replaceAll("\"instance\":\"[^\"]*\"", "")).doesNotContainPattern(ResponseRules.LEAK);
    }
}
