package dev.ashlar.user.password;

/** The password breaks a rule; the message completes a sentence that begins with the field's name. */
public final class WeakPassword extends RuntimeException {

    WeakPassword(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
