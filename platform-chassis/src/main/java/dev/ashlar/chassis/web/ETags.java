package dev.ashlar.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;

/** Strong entity tags (RFC 9110, 8.8.3) made of a version. */
public final class ETags {

    private ETags() {}

    /** The tag of a version, with its quotes. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a conditional change pass. The comparison is strong (RFC 9110, 13.1.1): a weak tag matches nothing, nor does what is no
     * tag at all.
     *
     * @throws Problem 412 if {@code If-Match} is there and does not name this version
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch != null && ETag.parse(ifMatch).stream()
                .noneMatch(tag -> tag.isWildcard() || tag.formattedTag().equals(of(version)))) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "It has changed since; read it again.");
        }
    }
}
