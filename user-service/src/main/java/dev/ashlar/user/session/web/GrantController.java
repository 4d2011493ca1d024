package dev.ashlar.user.session.web;

import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.session.LogIn;
import dev.ashlar.user.session.Refresh;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and staying so; open to anyone. */
@RestController
class GrantController {

    private final LogIn logIn;
    private final Refresh refresh;

    GrantController(LogIn logIn, Refresh refresh) {
        this.logIn = logIn;
        this.refresh = refresh;
    }

    @PostMapping("/api/v1/sessions")
    ResponseEntity<GrantAnswer> logIn(@Valid @RequestBody LogInRequest request,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
            HttpServletRequest http) {
        var grant = logIn
                .logIn(request.email(), request.password(), UserAgent.of(userAgent), ClientAddress.of(http))
                .orElseThrow(() -> unauthorized("The e-mail address or the password is wrong."));
        return ResponseEntity.created(URI.create("/api/v1/sessions/" + grant.sessionId())).body(GrantAnswer.of(grant));
    }

    @PostMapping("/api/v1/sessions/refresh")
    GrantAnswer refresh(@Valid @RequestBody RefreshRequest request, HttpServletRequest http) {
        return refresh.refresh(request.refreshToken(), ClientAddress.of(http)).map(GrantAnswer::of)
                .orElseThrow(() -> unauthorized("The refresh token is not valid; sign in again."));
    }

    /** With the challenge that goes with every 401 (RFC 9110, 15.5.2): what is had here is a bearer token. */
    private static Problem unauthorized(String detail) {
        var problem = Problem.of(HttpStatus.UNAUTHORIZED, detail);
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }
}
