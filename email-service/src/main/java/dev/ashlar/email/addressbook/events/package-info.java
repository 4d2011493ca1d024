/** Updates the address book from the events of the {@code users} topic. */
@NullMarked
package dev.ashlar.email.addressbook.events;

import org.jspecify.annotations.NullMarked;
