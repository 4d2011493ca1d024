package dev.ashlar.email.addressbook;

/** What the address book says of a user. */
public sealed interface Address {

    /** The user can be written to. */
    record Known(String email, String name) implements Address {}

    /** No event of the user has come yet; users and orders are different streams, so one may be ahead of the other. */
    record Unknown() implements Address {}

    /** The user is deleted, and what was known of them with it. */
    record Erased() implements Address {}
}
