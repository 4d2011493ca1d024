package dev.ashlar.user.account;

/** An account is not created or changed. */
public abstract sealed class AccountRefused extends RuntimeException {

    private AccountRefused(String message) {
        super(message);
    }

    /** Another account has this e-mail address. Upper and lower case do not matter. */
    public static final class EmailTaken extends AccountRefused {

        EmailTaken() {
            super("Another account has this e-mail address.");
        }
    }

    /** The caller's current password is different. */
    public static final class WrongPassword extends AccountRefused {

        WrongPassword() {
            super("The current password is different.");
        }
    }
}
