/**
 * Internal: from the received message to the committed inbox row. Read in this order: {@code SubscriptionListener} handles the
 * messages of a poll, {@code MessageReader} reads each, {@code Inbox} records it. {@code TopicReconciler} creates topics and starts the listeners.
 */
@NullMarked
package dev.ashlar.messaging.subscription;

import org.jspecify.annotations.NullMarked;
