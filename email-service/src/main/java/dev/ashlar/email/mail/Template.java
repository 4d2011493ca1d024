package dev.ashlar.email.mail;

import java.util.Arrays;

/** What a mail is about. The wording is in {@code templates/<code>.txt} and {@code .html}. */
public enum Template {

    /** The order was accepted. */
    ORDER_RECEIVED("order-received", "We received your order %s"),
    /** Its stock is reserved. */
    ORDER_CONFIRMED("order-confirmed", "Your order %s is confirmed"),
    /** It could not be reserved. */
    ORDER_REJECTED("order-rejected", "We could not fulfil your order %s"),
    /** It was called off. */
    ORDER_CANCELLED("order-cancelled", "Your order %s is cancelled");

    private final String code;
    private final String subject;

    Template(String code, String subject) {
        this.code = code;
        this.subject = subject;
    }

    /** Its name in the database, in the API and among the template files. */
    public String code() {
        return code;
    }

    String subject(Order order) {
        return subject.formatted(order.number());
    }

    static Template of(String code) {
        return Arrays.stream(values()).filter(template -> template.code.equals(code)).findFirst().orElseThrow();
    }
}
