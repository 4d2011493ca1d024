package dev.ashlar.chassis.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Strong entity tags (RFC 9110, 8.8.3) that contain a version number. */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\"");
    private static final Pattern TAGS = Pattern.compile("%1$s(?:[ \\t]*+,[ \\t]*+%1$s)*+".formatted(TAG));

    private ETags() {}

    /** @return the tag with its quotes */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Compares strongly (RFC 9110, 13.1.1), so a weak or malformed tag matches no version.
     *
     * @throws Problem 412 if {@code If-Match} is present without this version
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !ifMatch.equals("*") && !names(ifMatch, of(version))) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED,
                    "The resource has changed. Read it again and send its new ETag in If-Match.");
        }
    }

    private static boolean names(String ifMatch, String tag) {
        return TAGS.matcher(ifMatch).matches()
                && TAG.matcher(ifMatch).results().anyMatch(named -> named.group().equals(tag));
    }
}
