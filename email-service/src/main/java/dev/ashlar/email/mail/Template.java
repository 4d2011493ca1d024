package dev.ashlar.email.mail;

import java.util.Arrays;

/** The kinds of mail. The texts are in {@code templates/<code>.txt} and {@code .html}. */
public enum Template {

    ORDER_RECEIVED("order-received", "We received your order %s"), ORDER_CONFIRMED("order-confirmed",
            "Your order %s is confirmed"), ORDER_REJECTED("order-rejected",
                    "We could not fulfil your order %s"), ORDER_CANCELLED("order-cancelled",
                            "Your order %s is cancelled");

    private final String code;
    private final String subject;

    Template(String code, String subject) {
        this.code = code;
        this.subject = subject;
    }

    /** The template's name in the database, in the API and in the names of the template files. */
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
