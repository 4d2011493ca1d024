package dev.ashlar.email.mail;

/** How an attempt to deliver a mail ended. */
sealed interface Attempt {

    /** The SMTP server has taken the mail. */
    record Delivered() implements Attempt {}

    /** It may work later. */
    record Postponed(String reason) implements Attempt {}

    /** It will never work. */
    record Refused(String reason) implements Attempt {}
}
