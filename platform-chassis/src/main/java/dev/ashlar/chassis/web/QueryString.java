package dev.ashlar.chassis.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes a query strictly: refuses an incomplete percent sequence and bytes that are not UTF-8. */
final class QueryString {

    private QueryString() {}

    static Map<String, List<String>> parse(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&")) {
            var name = pair.split("=", 2)[0];
            var value = pair.substring(Math.min(pair.length(), name.length() + 1));
            if (!pair.isEmpty()) {
                parameters.computeIfAbsent(decoded("", name), _ -> new ArrayList<>()).add(decoded(name, value));
            }
        }
        return parameters;
    }

    private static String decoded(String name, String text) {
        try {
            var bytes = URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            var refusal = Problem.badRequest(name, "must be percent-encoded UTF-8");
            refusal.addSuppressed(e);
            throw refusal;
        }
    }
}
