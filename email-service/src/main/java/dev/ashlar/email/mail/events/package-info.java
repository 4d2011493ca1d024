/** Queues mails for the events of the {@code orders} topic. */
@NullMarked
package dev.ashlar.email.mail.events;

import org.jspecify.annotations.NullMarked;
