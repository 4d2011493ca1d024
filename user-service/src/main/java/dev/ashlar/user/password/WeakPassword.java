package dev.ashlar.user.password;

/** The password breaks a rule. The message follows the name of the field, as in "must have 15 to 128 characters". */
public final class WeakPassword extends RuntimeException {

    WeakPassword(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
