package dev.ashlar.chassis.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Strong entity tags (RFC 9110, 8.8.3) made of a version. */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\"");
    private static final Pattern TAGS = Pattern.compile("%1$s(?:[ \\t]*+,[ \\t]*+%1$s)*+".formatted(TAG));

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
        if (ifMatch != null && !ifMatch.equals("*") && !names(ifMatch, of(version))) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED,
                    "It has changed since. Read it again and send its new ETag in If-Match.");
        }
    }

    private static boolean names(String ifMatch, String tag) {
        return TAGS.matcher(ifMatch).matches()
                && TAG.matcher(ifMatch).results().anyMatch(named -> named.group().equals(tag));
    }
}
