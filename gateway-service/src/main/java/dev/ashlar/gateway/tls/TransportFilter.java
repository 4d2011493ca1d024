package dev.ashlar.gateway.tls;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Redirects requests without TLS, and sends HSTS with TLS. */
final class TransportFilter extends OncePerRequestFilter {

    private static final int HTTPS = 443;

    private final TlsProperties properties;
    private final String hsts;

    TransportFilter(TlsProperties properties) {
        this.properties = properties;
        var seconds = properties.hstsMaxAge().toSeconds();
        this.hsts = "max-age=" + seconds + (seconds > 0 ? "; includeSubDomains" : "");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", hsts);
        } else if (properties.redirect() && !request.getRequestURI().startsWith("/health")) {
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, location(request));
            return;
        }
        chain.doFilter(request, response);
    }

    /** With the host of the request, which Tomcat has checked. Only the client itself uses the location, because nothing stores it. */
    private String location(HttpServletRequest request) {
        var port = properties.publicPort() == HTTPS ? "" : ":" + properties.publicPort();
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "https://" + request.getServerName() + port + request.getRequestURI() + query;
    }
}
