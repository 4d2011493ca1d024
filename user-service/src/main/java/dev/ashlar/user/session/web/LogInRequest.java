package dev.ashlar.user.session.web;

import dev.ashlar.user.account.EmailAddress;
import jakarta.validation.constraints.NotNull;

/** The password rules are not checked here: a password that breaks them is wrong (401), not malformed (400). */
record LogInRequest(@EmailAddress String email, @NotNull String password) {

    @Override
    public String toString() {
        return "LogInRequest[]";
    }
}
