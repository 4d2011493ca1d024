package dev.ashlar.user.account;

import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;

/**
 * Ends sessions in the caller's transaction. Package {@code session} implements it: that package depends on this one. If the session
 * Redis is unavailable, the call fails, and the caller's transaction must roll back.
 */
public interface SignOut {

    /** The reason why a session was revoked, for the log. */
    enum Reason {
        LOG_OUT, LOG_OUT_EVERYWHERE, PASSWORD_CHANGED,
        /** The operator set another password. */
        PASSWORD_SET, ACCOUNT_DELETED, REFRESH_TOKEN_REUSED
    }

    /** Ends every session of the user. */
    void everywhere(UserId userId, Reason reason);

    /** Ends every session of the user except one. */
    void everywhereBut(UserId userId, SessionId kept, Reason reason);
}
