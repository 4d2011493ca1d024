package dev.ashlar.user.account.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.Accounts;
import dev.ashlar.user.account.Profile;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration needs no access token. Users read their own account; administrators read any account. */
@RestController
@RequestMapping("/api/v1/users")
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping
    ResponseEntity<ProfileResponse> register(@Valid @RequestBody RegistrationRequest request) {
        var profile = accounts.register(request.email(), request.name(), request.password());
        return response(ResponseEntity.created(URI.create("/api/v1/users/" + profile.id())), profile);
    }

    @GetMapping("/me")
    ResponseEntity<ProfileResponse> mine(@AuthenticationPrincipal CurrentUser caller) {
        return ok(accounts.find(new UserId(caller.id())));
    }

    @GetMapping("/{id}")
    ResponseEntity<ProfileResponse> one(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser caller) {
        var visible = caller.isAdmin() || caller.id().equals(id);
        return ok(visible ? accounts.find(new UserId(id)) : Optional.empty());
    }

    @PatchMapping("/me")
    ResponseEntity<ProfileResponse> update(@Valid @RequestBody UpdateProfileRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal CurrentUser caller) {
        return ok(accounts.change(new UserId(caller.id()), request.name(),
                version -> ETags.requireMatch(ifMatch, version)));
    }

    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal CurrentUser caller) {
        accounts.delete(new UserId(caller.id()));
    }

    private static ResponseEntity<ProfileResponse> ok(Optional<Profile> found) {
        return response(ResponseEntity.ok(), found.orElseThrow(() -> Problem.notFound("user")));
    }

    /** The entity tag is the version of the profile. */
    private static ResponseEntity<ProfileResponse> response(ResponseEntity.BodyBuilder status, Profile profile) {
        return status.eTag(ETags.of(profile.version())).body(ProfileResponse.of(profile));
    }
}
