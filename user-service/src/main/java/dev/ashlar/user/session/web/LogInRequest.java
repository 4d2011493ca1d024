package dev.ashlar.user.session.web;

import dev.ashlar.user.account.EmailAddress;
import jakarta.validation.constraints.NotNull;

/** Credentials. A password that nobody can have is wrong as any other, not malformed. */
record LogInRequest(@EmailAddress String email, @NotNull String password) {

    @Override
    public String toString() {
        return "LogInRequest[]";
    }
}
