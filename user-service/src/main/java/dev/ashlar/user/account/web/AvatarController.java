package dev.ashlar.user.account.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.pictures.Pictures;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.Accounts;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The caller's picture. The chassis limits its size. */
@RestController
class AvatarController {

    private final Accounts accounts;
    private final Pictures pictures;

    AvatarController(Accounts accounts, Pictures pictures) {
        this.accounts = accounts;
        this.pictures = pictures;
    }

    @PutMapping(path = "/api/v1/users/me/avatar", consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    ResponseEntity<AvatarResponse> replace(InputStream picture,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal CurrentUser caller) {
        var url = pictures.store(picture);
        var profile = accounts
                .changeAvatar(new UserId(caller.id()), url, version -> ETags.requireMatch(ifMatch, version))
                .orElseThrow(() -> Problem.notFound("user"));
        return ResponseEntity.ok().eTag(ETags.of(profile.version())).body(new AvatarResponse(url));
    }
}
