/** The events about accounts. */
@NullMarked
package dev.ashlar.user.account.events;

import org.jspecify.annotations.NullMarked;
