package dev.ashlar.user.session.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RefreshRequest(@NotNull @Size(max = 256) String refreshToken) {

    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
