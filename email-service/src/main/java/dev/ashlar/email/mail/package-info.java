/** The queue of mails, the couriers that empty it, and what a mail says. */
@NullMarked
package dev.ashlar.email.mail;

import org.jspecify.annotations.NullMarked;
