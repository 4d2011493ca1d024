package dev.ashlar.email.mail;

/** A mail was put into the queue; acted upon once the transaction has committed. */
record MailQueued() {}
