/** What the rest of the platform hears about accounts. */
@NullMarked
package dev.ashlar.user.account.events;

import org.jspecify.annotations.NullMarked;
