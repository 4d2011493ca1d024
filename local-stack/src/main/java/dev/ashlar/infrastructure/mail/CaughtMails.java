package dev.ashlar.infrastructure.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest mails, newest last. Under load there are more than a small JVM could keep. */
final class CaughtMails {

    private final int capacity;
    private final Deque<CaughtMail> mails = new ArrayDeque<>();
    private long count;

    CaughtMails(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(String recipient, MimeMessage message) {
        mails.addLast(CaughtMail.of(recipient, ++count, message));
        if (mails.size() > capacity) {
            mails.removeFirst();
        }
    }

    synchronized List<CaughtMail> all() {
        return List.copyOf(mails);
    }

    synchronized List<CaughtMail> to(String address) {
        return mails.stream().filter(mail -> mail.recipient().equalsIgnoreCase(address)).toList();
    }

    /** How many there have been, the forgotten ones included. */
    synchronized long count() {
        return count;
    }
}
