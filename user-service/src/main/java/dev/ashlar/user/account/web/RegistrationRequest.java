package dev.ashlar.user.account.web;

import dev.ashlar.user.account.EmailAddress;
import dev.ashlar.user.account.PersonName;
import jakarta.validation.constraints.NotNull;

/** The domain checks the password rules. */
record RegistrationRequest(@EmailAddress String email, @NotNull @PersonName String name, @NotNull String password) {

    @Override
    public String toString() {
        return "RegistrationRequest[email=" + email + "]";
    }
}
