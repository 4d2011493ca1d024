package dev.ashlar.user.account.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.account.EmailTaken;
import dev.ashlar.user.account.Profile;
import dev.ashlar.user.account.Registration;
import dev.ashlar.user.password.WeakPassword;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Registration, open to anyone. */
@RestController
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    @PostMapping("/api/v1/users")
    ResponseEntity<ProfileAnswer> register(@Valid @RequestBody RegistrationRequest request) {
        var profile = registered(request);
        return ProfileAnswer.with(ResponseEntity.created(URI.create("/api/v1/users/" + profile.id())), profile);
    }

    private Profile registered(RegistrationRequest request) {
        try {
            return registration.register(request.email(), request.name(), request.password());
        } catch (WeakPassword e) {
            throw Problem.badRequest("password", e.getMessage());
        } catch (EmailTaken _) {
            throw Problem.of(HttpStatus.CONFLICT, "There is an account with this e-mail address.").type("email-taken");
        }
    }
}
