/** Which events of the {@code orders} stream call for a mail. */
@NullMarked
package dev.ashlar.email.mail.events;

import org.jspecify.annotations.NullMarked;
