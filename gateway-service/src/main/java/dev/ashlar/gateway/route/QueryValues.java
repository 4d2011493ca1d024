package dev.ashlar.gateway.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.util.stream.Stream;

/** The query parameters of a request, without those of a form in its body. */
final class QueryValues {

    private QueryValues() {}

    /** All values of a parameter. Empty if the query is malformed, which the upstream must judge. */
    static Stream<String> of(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        if (query == null) {
            return Stream.empty();
        }
        try {
            return Stream.of(query.split("&")).map(pair -> pair.split("=", 2))
                    .filter(pair -> URLDecoder.decode(pair[0], UTF_8).equals(name))
                    .map(pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8)).toList().stream();
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}
