package dev.ashlar.gateway.route;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream gets in place of the path and the {@code Host} header.
 *
 * @param from a regular expression for the whole encoded path. Null: the path stays
 * @param to with {@code $1} for the first group
 * @param host null: the instance's own host and port. {@link #KEEP}: the client's {@code Host}
 */
public record Rewrite(@Nullable Pattern from, String to, @Nullable String host) {

    public static final String KEEP = "keep";
    public static final Rewrite NONE = new Rewrite(null, "", null);

    /** A path that the expression does not match stays. */
    public String path(String path) {
        if (from == null) {
            return path;
        }
        var matcher = from.matcher(path);
        if (!matcher.matches()) {
            return path;
        }
        var rewritten = matcher.replaceFirst(to);
        return rewritten.startsWith("/") ? rewritten : "/" + rewritten;
    }
}
