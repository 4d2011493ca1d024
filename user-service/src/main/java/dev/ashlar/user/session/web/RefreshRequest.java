package dev.ashlar.user.session.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A refresh token, as it was given out. */
record RefreshRequest(@NotNull @Size(max = 256) String refreshToken) {

    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
