package dev.ashlar.user.account.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.PasswordChange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own password. */
@RestController
class PasswordController {

    private final PasswordChange passwordChange;

    PasswordController(PasswordChange passwordChange) {
        this.passwordChange = passwordChange;
    }

    @PutMapping("/api/v1/users/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody ChangePasswordRequest request, @AuthenticationPrincipal CurrentUser caller,
            HttpServletRequest http) {
        passwordChange.change(new UserId(caller.id()), new SessionId(caller.sessionId()), ClientAddress.of(http),
                request.currentPassword(), request.newPassword());
    }
}
