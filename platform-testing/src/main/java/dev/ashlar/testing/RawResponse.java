package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response as it was received.
 *
 * @param head the status line and the header lines
 */
public record RawResponse(int status, List<String> head, String body) {

    static RawResponse read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        in.transferTo(bytes);
        var text = bytes.toString(StandardCharsets.UTF_8).split("\r\n\r\n", 2);
        if (text.length < 2) {
            throw new AssertionError("No response: " + text[0]);
        }
        var head = Arrays.asList(text[0].split("\r\n"));
        var chunked = head.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        return new RawResponse(Integer.parseInt(head.getFirst().split(" ")[1]), head,
                chunked ? joined(text[1]) : text[1]);
    }

    /** The size of each chunk is a line of its own. JSON on one line has no such lines. */
    private static String joined(String chunks) {
        return Arrays.stream(chunks.split("\r\n")).filter(line -> !line.matches("[0-9a-fA-F]{1,8}"))
                .collect(Collectors.joining());
    }

    /** The values of a header, in their order. */
    public List<String> header(String name) {
        var prefix = name + ":";
        return head.stream().filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(line -> line.substring(prefix.length()).strip()).toList();
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** Asserts a complete problem document (RFC 9457) with that status, without names of classes. */
    public RawResponse isProblem(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        assertThat(header("Content-Type")).as("%s", this).containsExactly("application/problem+json");
        OpenApiResponses.assertProblem(body);
        var problem = json();
        assertThat(problem.path("status").asInt()).isEqualTo(expected);
        assertThat(problem.path("type").asString()).isNotBlank();
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString()).startsWith("/").doesNotStartWith("//");
        assertThat(header("X-Request-Id")).containsExactly(problem.path("request_id").asString());
        assertThat(body).doesNotContain("Exception", "org.", "java.", "dev.ashlar", "Tomcat");
        return this;
    }

    /** Asserts a 400 whose {@code errors} name exactly this field. */
    public RawResponse refuses(String field) {
        isProblem(400);
        assertThat(json().path("errors").values()).as("%s", this).isNotEmpty()
                .allSatisfy(error -> assertThat(error.path("message").asString()).isNotBlank())
                .extracting(error -> error.path("field").asString()).containsOnly(field);
        return this;
    }
}
