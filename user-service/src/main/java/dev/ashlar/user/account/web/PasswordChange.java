package dev.ashlar.user.account.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The bound of the current password is that of any: 128 characters outside the basic plane. */
record PasswordChange(@NotNull @Size(max = 256) String currentPassword, @NotNull String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
