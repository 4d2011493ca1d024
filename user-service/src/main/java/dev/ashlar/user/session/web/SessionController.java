package dev.ashlar.user.session.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.chassis.web.Page;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.account.SignOut;
import dev.ashlar.user.session.Revocation;
import dev.ashlar.user.session.SessionList;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own sessions. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {

    private static final String LIST = "sessions";

    private final SessionList sessions;
    private final Revocation revocation;

    SessionController(SessionList sessions, Revocation revocation) {
        this.sessions = sessions;
        this.revocation = revocation;
    }

    @GetMapping
    Page<SessionAnswer> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor, @AuthenticationPrincipal CurrentUser caller) {
        var after = Cursor.read(LIST, cursor, 1, key -> CanonicalUuid.parse(key.getFirst()));
        return Page.of(sessions.of(caller.id(), after, limit + 1), limit,
                session -> SessionAnswer.of(session, caller.sessionId()), session -> Cursor.of(LIST, session.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser caller) {
        if (!revocation.one(caller.id(), id)) {
            throw Problem.notFound("session");
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeAll(@AuthenticationPrincipal CurrentUser caller) {
        revocation.everywhere(caller.id(), SignOut.Reason.LOG_OUT_EVERYWHERE);
    }
}
