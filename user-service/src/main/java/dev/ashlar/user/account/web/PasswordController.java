package dev.ashlar.user.account.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.account.Credentials;
import dev.ashlar.user.account.WrongPassword;
import dev.ashlar.user.password.WeakPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password. */
@RestController
class PasswordController {

    private final Credentials credentials;

    PasswordController(Credentials credentials) {
        this.credentials = credentials;
    }

    @PutMapping("/api/v1/users/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@Valid @RequestBody PasswordChange change, @AuthenticationPrincipal CurrentUser caller,
            HttpServletRequest request) {
        try {
            credentials.change(caller.id(), caller.sessionId(), ClientAddress.of(request), change.currentPassword(),
                    change.newPassword());
        } catch (WrongPassword _) {
            throw Problem.badRequest("current_password", "is not your password");
        } catch (WeakPassword e) {
            throw Problem.badRequest("new_password", e.getMessage());
        }
    }
}
