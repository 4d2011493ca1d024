package dev.ashlar.user.account.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.account.Profile;
import dev.ashlar.user.account.Profiles;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Profiles: one's own, and any for administrators. */
@RestController
@RequestMapping("/api/v1/users")
class ProfileController {

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/me")
    ResponseEntity<ProfileAnswer> mine(@AuthenticationPrincipal CurrentUser caller) {
        return answer(profiles.find(caller.id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ProfileAnswer> one(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser caller) {
        var visible = caller.isAdmin() || caller.id().equals(id);
        return answer(visible ? profiles.find(id) : Optional.empty());
    }

    @PatchMapping("/me")
    ResponseEntity<ProfileAnswer> change(@Valid @RequestBody ProfileChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal CurrentUser caller) {
        return answer(profiles.change(caller.id(), change.name(), version -> ETags.requireMatch(ifMatch, version)));
    }

    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal CurrentUser caller) {
        profiles.delete(caller.id());
    }

    private static ResponseEntity<ProfileAnswer> answer(Optional<Profile> found) {
        return ProfileAnswer.with(ResponseEntity.ok(), found.orElseThrow(() -> Problem.notFound("user")));
    }
}
