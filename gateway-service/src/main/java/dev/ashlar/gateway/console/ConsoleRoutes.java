package dev.ashlar.gateway.console;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import dev.ashlar.chassis.security.OpenPaths;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The paths of the console. {@code /} redirects a browser to the page; other clients get 404. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
class ConsoleRoutes {

    private static final RequestPredicate READ = methods(HttpMethod.GET, HttpMethod.HEAD);
    private static final URI PAGE = URI.create("/console/");
    private static final String ASSETS = PAGE + AssetBundle.FOLDER;

    @Bean
    OpenPaths consolePaths() {
        return new OpenPaths(new OrRequestMatcher(pathPattern(HttpMethod.GET, "/"), pathPattern(HttpMethod.HEAD, "/"),
                pathPattern("/console"), pathPattern("/console/"), pathPattern("/console/assets/*")));
    }

    @Bean
    RouterFunction<ServerResponse> console(ConsoleProperties properties) {
        var bundle = new AssetBundle(properties.libraries());
        var pages = new ConsoleResponses(bundle.page(), properties.supervisor());
        return RouterFunctions.route()
                .route(READ.and(path("/")).and(ConsoleResponses::acceptsHtml),
                        _ -> ServerResponse.status(HttpStatus.FOUND).location(PAGE).varyBy("Accept").build())
                .route(READ.and(path("/console")), _ -> ServerResponse.permanentRedirect(PAGE).build())
                .route(READ.and(path("/console/")), _ -> pages.page())
                .route(READ.and(request -> bundle.named(nameOf(request)).isPresent()),
                        request -> pages.asset(bundle.named(nameOf(request)).orElseThrow()))
                .build();
    }

    /** Empty for a path outside of the folder. */
    private static String nameOf(ServerRequest request) {
        var path = request.path();
        return path.startsWith(ASSETS) ? path.substring(ASSETS.length()) : "";
    }
}
