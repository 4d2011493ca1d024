package dev.ashlar.user.account;

import java.util.UUID;

/** Tells the rest of the platform; called as the last write of the transaction that made the change. */
public interface AccountEvents {

    /** A new account. */
    void registered(Profile profile);

    /** The profile as it is now. */
    void changed(Profile profile);

    /** The account is gone; its last change had the version before this one. */
    void deleted(UUID userId, long version);
}
