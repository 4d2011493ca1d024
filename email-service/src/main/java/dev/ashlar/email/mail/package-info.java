/**
 * Sends a mail for each change of an order. The path of a mail: {@code OrdersSubscription}, {@code EmailQueue}, {@code MailWorkers},
 * {@code EmailSender}, {@code EmailRenderer}. {@code RetryPolicy} decides about failures.
 */
@NullMarked
package dev.ashlar.email.mail;

import org.jspecify.annotations.NullMarked;
