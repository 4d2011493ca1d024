package dev.ashlar.chassis.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.parser.AcceptEncoding;

/** Corrects Tomcat's decision about compression in three cases. */
public final class CompressionRules {

    /** Tomcat gives its protocol layer the attributes with this prefix. */
    private static final String UNCHANGED = "org.apache.tomcat.ashlar.unchanged";

    private static final String ACCEPT_ENCODING = "Accept-Encoding";

    private CompressionRules() {}

    /** Sends the response as the handler writes it, and adds no {@code Vary}. Call it before the response is committed. */
    public static void leaveUnchanged(HttpServletRequest request) {
        request.setAttribute(UNCHANGED, true);
    }

    /**
     * False for a response of another origin, and for a response that caches must not store. Such responses hold tokens and personal data, and some repeat a part of the
     * request. Their compressed size could reveal a secret (BREACH attack).
     */
    static boolean mayCompress(Request request, Response response) {
        if (request.getAttribute(UNCHANGED) != null) {
            return false;
        }
        var policy = response.getMimeHeaders().getHeader("Cache-Control");
        return policy == null || !policy.toLowerCase(Locale.ROOT).contains("no-store");
    }

    /** Removes {@code gzip;q=0}, which means that the client refuses gzip (RFC 9110, 12.5.3). Tomcat ignores weights. */
    static void heedRefusal(Request request) {
        var accepted = request.getHeader(ACCEPT_ENCODING);
        if (accepted != null && accepted.contains("=0") && refusesGzip(accepted)) {
            request.getMimeHeaders().setValue(ACCEPT_ENCODING).setString("identity");
        }
    }

    private static boolean refusesGzip(String accepted) {
        try {
            return AcceptEncoding.parse(new StringReader(accepted)).stream()
                    .noneMatch(one -> "gzip".equalsIgnoreCase(one.getEncoding()) && one.getQuality() > 0);
        } catch (IOException _) {
            return true; // a malformed header permits nothing
        }
    }
}
