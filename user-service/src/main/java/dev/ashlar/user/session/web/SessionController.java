package dev.ashlar.user.session.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.chassis.web.Page;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.SignOut;
import dev.ashlar.user.session.SessionLifecycle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Log-in and refresh need no access token; the other operations are about the caller's own sessions. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {

    private static final String LIST = "sessions";

    private final SessionLifecycle sessions;

    SessionController(SessionLifecycle sessions) {
        this.sessions = sessions;
    }

    @PostMapping
    ResponseEntity<TokensResponse> logIn(@Valid @RequestBody LogInRequest request,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent,
            HttpServletRequest http) {
        var tokens = sessions.logIn(request.email(), request.password(), UserAgent.of(userAgent),
                ClientAddress.of(http));
        return ResponseEntity.created(URI.create("/api/v1/sessions/" + tokens.sessionId()))
                .body(TokensResponse.of(tokens));
    }

    @PostMapping("/refresh")
    TokensResponse refresh(@Valid @RequestBody RefreshRequest request, HttpServletRequest http) {
        return TokensResponse.of(sessions.refresh(request.refreshToken(), ClientAddress.of(http)));
    }

    @GetMapping
    Page<SessionResponse> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor, @AuthenticationPrincipal CurrentUser caller) {
        var after = Cursor.read(LIST, cursor, 1, key -> new SessionId(CanonicalUuid.parse(key.getFirst())));
        return Page.of(sessions.list(new UserId(caller.id()), after, limit + 1), limit,
                session -> SessionResponse.of(session, caller.sessionId()),
                session -> Cursor.of(LIST, session.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser caller) {
        if (!sessions.logOut(new UserId(caller.id()), new SessionId(id))) {
            throw Problem.notFound("session");
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOutEverywhere(@AuthenticationPrincipal CurrentUser caller) {
        sessions.everywhere(new UserId(caller.id()), SignOut.Reason.LOG_OUT_EVERYWHERE);
    }
}
