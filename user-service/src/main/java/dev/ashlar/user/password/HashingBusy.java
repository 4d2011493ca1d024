package dev.ashlar.user.password;

/** More passwords wait to be hashed than can be in reasonable time. Trying again shortly helps. */
public final class HashingBusy extends RuntimeException {

    HashingBusy() {
        super("Too many passwords are being hashed.");
    }
}
