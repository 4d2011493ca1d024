package dev.ashlar.user.account;

/** Another account has this e-mail address, in whatever case. */
public final class EmailTaken extends RuntimeException {

    EmailTaken() {
        super("Another account has this e-mail address.");
    }
}
