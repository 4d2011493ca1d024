package dev.ashlar.user.account.web;

import jakarta.validation.constraints.NotNull;

/** The domain checks the password rules. */
record ChangePasswordRequest(@NotNull String currentPassword, @NotNull String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}
