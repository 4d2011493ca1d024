package dev.ashlar.user.session;

/** No tokens are issued. */
public abstract sealed class SessionRefused extends RuntimeException {

    private SessionRefused(String message) {
        super(message);
    }

    /** No account has this e-mail address, or its password is different. */
    public static final class WrongCredentials extends SessionRefused {

        WrongCredentials() {
            super("The e-mail address or the password is wrong.");
        }
    }

    /** The refresh token is unknown, was used before, or belongs to a session that has ended. */
    public static final class InvalidRefreshToken extends SessionRefused {

        InvalidRefreshToken() {
            super("The refresh token is not valid.");
        }
    }
}
