package dev.ashlar.pictures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A file of a picture, by its name in a URL.
 *
 * @param stem the hash of the picture, with {@code -320} for the thumbnail
 */
record MediaFile(String stem, String extension) {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64}(?:-320)?)\\.(png|jpg)");
    /** A single range (RFC 9110, 14.1.2). The service ignores every other form. */
    private static final Pattern RANGE = Pattern.compile("bytes=(?:(\\d{1,15})-(\\d{0,15})|-\\d{1,15})");
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*+\")");

    /** Empty if no file can have this name. */
    static Optional<MediaFile> of(String name) {
        return Optional.of(NAME.matcher(name)).filter(matcher -> matcher.matches())
                .map(matcher -> new MediaFile(matcher.group(1), matcher.group(2)));
    }

    private String etag() {
        return '"' + stem + '"';
    }

    /** True if the client has the file (RFC 9110, 13.1.2). */
    boolean isKnownTo(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .anyMatch(tags -> tags.strip().equals("*") || TAG.matcher(tags).results()
                        .anyMatch(tag -> tag.group(1).equals(etag())));
    }

    /** The range that the client wants; null for the whole file (RFC 9110, 14.2). */
    @Nullable
    String range(HttpServletRequest request) {
        var range = request.getHeader(HttpHeaders.RANGE);
        var ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        if (range == null || ifRange != null && !ifRange.equals(etag())) {
            return null;
        }
        var form = RANGE.matcher(range);
        return form.matches() && !isReversed(form.group(1), form.group(2)) ? range : null;
    }

    private static boolean isReversed(@Nullable String first, @Nullable String last) {
        return first != null && last != null && !last.isEmpty() && Long.parseLong(first) > Long.parseLong(last);
    }

    /** The extension decides the content type, whatever object storage says. */
    void describe(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.setHeader(HttpHeaders.ETAG, etag());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                "inline; filename=\"%s.%s\"".formatted(stem, extension));
        response.setContentType(extension.equals("png") ? "image/png" : "image/jpeg");
    }
}
