package dev.ashlar.gateway.console;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The responses of the console. The page loads assets of this host only, runs no inline code, and may call the supervisor. */
final class ConsoleResponses {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types lit-html";
    private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Asset page;
    private final String policy;

    /** @param supervisor empty without a local stack */
    ConsoleResponses(Asset page, String supervisor) {
        this.page = page;
        this.policy = POLICY.formatted(supervisor.isEmpty() ? "" : " " + supervisor);
    }

    /** False for a client that accepts everything, such as curl. */
    static boolean acceptsHtml(ServerRequest request) {
        try {
            return MediaType.parseMediaTypes(request.headers().asHttpHeaders().get(HttpHeaders.ACCEPT)).stream()
                    .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML) && type.getQualityValue() > 0);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /** The page of the next release refers to other assets, so browsers revalidate it each time. */
    ServerResponse page() {
        return ServerResponse.ok().header("Content-Security-Policy", policy)
                .cacheControl(CacheControl.noCache().cachePublic()).eTag(page.hash())
                .contentType(MediaType.parseMediaType(page.type())).body(page.body());
    }

    /** Tomcat compresses it, because it has no entity tag. */
    ServerResponse asset(Asset asset) {
        return ServerResponse.ok().cacheControl(FOREVER).contentType(MediaType.parseMediaType(asset.type()))
                .body(asset.body());
    }
}
