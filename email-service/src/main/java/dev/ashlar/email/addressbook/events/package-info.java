/** How the address book follows the {@code users} stream. */
@NullMarked
package dev.ashlar.email.addressbook.events;

import org.jspecify.annotations.NullMarked;
