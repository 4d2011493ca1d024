package dev.ashlar.user.account;

import java.util.UUID;

/**
 * Ends sessions, in the caller's transaction and, before it commits, in the session Redis: if that is away, the call
 * fails and nothing of the transaction happens.
 */
public interface SignOut {

    /** Why sessions end, as the log tells it. */
    enum Reason {
        LOG_OUT_EVERYWHERE, PASSWORD_CHANGED,
        /** The operator set another password. */
        PASSWORD_SET, ACCOUNT_DELETED
    }

    /** Ends every session of the user. */
    void everywhere(UUID userId, Reason reason);

    /** Ends every session of the user but this one. */
    void everywhereBut(UUID userId, UUID sessionId);
}
