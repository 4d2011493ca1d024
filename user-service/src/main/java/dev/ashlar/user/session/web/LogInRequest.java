package dev.ashlar.user.session.web;

import dev.ashlar.user.account.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Credentials. What is longer than any password can be is refused before it costs a hash. */
record LogInRequest(@EmailAddress String email, @NotNull @Size(max = 256) String password) {

    @Override
    public String toString() {
        return "LogInRequest[]";
    }
}
