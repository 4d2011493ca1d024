package dev.ashlar.email.addressbook;

/** An entry of the address book. */
public sealed interface Address {

    record Known(String email, String name) implements Address {}

    /** No event of the user has arrived yet. Users and orders are different streams, so an order can arrive first. */
    record Unknown() implements Address {}

    /** The user was deleted, and the address with the user. */
    record Erased() implements Address {}
}
