package dev.ashlar.user.password;

/** Too many passwords wait to be hashed. A client should retry after a short time. */
public final class HashingBusy extends RuntimeException {

    HashingBusy() {
        super("Too many passwords are being hashed.");
    }
}
