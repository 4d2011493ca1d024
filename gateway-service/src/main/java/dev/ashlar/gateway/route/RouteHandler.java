package dev.ashlar.gateway.route;

import dev.ashlar.chassis.web.Problems;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Gives the requests of all routes to Spring Cloud Gateway. One router function, because the routes change at runtime. */
@Configuration(proxyBeanMethods = false)
class RouteHandler {

    private final HandlerFunction<ServerResponse> proxy = HandlerFunctions.http();
    private final Problems problems;

    RouteHandler(Problems problems) {
        this.problems = problems;
    }

    @Bean
    RouterFunction<ServerResponse> routes() {
        return request -> request.servletRequest().getDispatcherType() == DispatcherType.REQUEST
                ? RouteMatch.of(request.servletRequest()).map(match -> handler(request, match))
                : Optional.empty();
    }

    private HandlerFunction<ServerResponse> handler(ServerRequest request, RouteMatch match) {
        if (match.pattern() != null) {
            request.attributes().put(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, match.pattern()); // for metrics
        }
        return switch (match.route().action()) {
            case Action.Forward forward -> one -> forward(one, forward.choose());
            case Action.Redirect redirect -> _ -> redirect(match.route(), redirect);
            case Action.Respond respond -> _ -> respond(match.route(), respond);
        };
    }

    private ServerResponse forward(ServerRequest request, Action.Share share) throws Exception {
        Target.set(request.servletRequest(), share);
        MvcUtils.setRequestUrl(request, share.uri());
        return proxy.handle(request);
    }

    private static ServerResponse redirect(Route route, Action.Redirect redirect) {
        return ServerResponse.status(redirect.status()).location(redirect.to())
                .headers(route.responseHeaders()::applyTo).build();
    }

    private ServerResponse respond(Route route, Action.Respond respond) {
        if (respond.body().isEmpty()) {
            var status = HttpStatus.resolve(respond.status());
            if (status != null && status.isError()) {
                return ServerResponse.status(status).build((request, response) -> {
                    problems.write(request, response, status, "The operator of this gateway has closed this path.");
                    return null;
                });
            }
            return ServerResponse.status(respond.status()).headers(route.responseHeaders()::applyTo).build();
        }
        return ServerResponse.status(respond.status()).headers(headers -> {
            headers.set("Content-Type", "text/plain;charset=UTF-8");
            route.responseHeaders().applyTo(headers);
        }).body(respond.body());
    }
}
