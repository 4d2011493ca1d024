package dev.ashlar.user.account;

/** The current password is another one. */
public final class WrongPassword extends RuntimeException {

    WrongPassword() {
        super("The current password is another one.");
    }
}
