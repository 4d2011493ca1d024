/**
 * Internal: from the received message to the committed inbox row. Read in this order: {@code SubscriptionListener} handles a message,
 * {@code EventReader} reads it, {@code Inbox} records it. {@code TopicReconciler} creates topics and starts the listeners.
 */
@NullMarked
package dev.ashlar.messaging.subscription;

import org.jspecify.annotations.NullMarked;
