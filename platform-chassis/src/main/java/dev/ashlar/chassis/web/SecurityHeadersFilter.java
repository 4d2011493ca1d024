package dev.ashlar.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * Adds security headers to every response but a {@link ForeignResponse}. Runs outside Spring Security's filter chain, since the firewall
 * and the container respond before that chain starts.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SecurityHeadersFilter extends HeaderWriterFilter {

    private static final List<HeaderWriter> WRITERS = List.of(own(new XContentTypeOptionsHeaderWriter()),
            own(new XXssProtectionHeaderWriter()),
            own(new XFrameOptionsHeaderWriter(XFrameOptionsHeaderWriter.XFrameOptionsMode.DENY)),
            own(new ContentSecurityPolicyHeaderWriter("default-src 'none'; frame-ancestors 'none'")),
            own(new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER)), new HstsHeaderWriter(),
            own(SecurityHeadersFilter::forbidStorage));

    SecurityHeadersFilter() {
        super(WRITERS);
    }

    private static HeaderWriter own(HeaderWriter writer) {
        return (request, response) -> {
            if (!ForeignResponse.is(request)) {
                writer.writeHeaders(request, response);
            }
        };
    }

    /** Adds the headers to a response of the container, which no filter processes. */
    static void write(HttpServletRequest request, HttpServletResponse response) {
        WRITERS.forEach(writer -> writer.writeHeaders(request, response));
    }

    /** Forbids caches to store a response (RFC 9111, 5.2.2), unless its handler has set {@code Cache-Control}. */
    private static void forbidStorage(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, ResponseCaching.PERSONAL.cacheControl());
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
