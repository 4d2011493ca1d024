package dev.ashlar.user.account.web;

import jakarta.validation.constraints.NotNull;

/** One's password, and the one to have from now on: its rules are the domain's. */
record PasswordChange(@NotNull String currentPassword, @NotNull String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
