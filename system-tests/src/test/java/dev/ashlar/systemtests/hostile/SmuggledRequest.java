package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.Shopper;

/** Creates requests with an order hidden inside, which must never be placed. */
record SmuggledRequest(Shopper attacker, String order) {

    static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    /** The head of a request that changes nothing, without its framing. */
    String head() {
        return "PATCH /api/v1/users/me HTTP/1.1\r\n" + signedIn() + "Content-Type: application/json\r\n";
    }

    /** Host and token. */
    String signedIn() {
        return "Host: a\r\nAuthorization: Bearer " + attacker.token() + "\r\n";
    }

    /** The hidden order. */
    String inner() {
        return "POST /api/v1/orders HTTP/1.1\r\n" + signedIn() + "Content-Type: application/json\r\n"
                + "Idempotency-Key: smuggled\r\nContent-Length: " + order.length() + "\r\n\r\n" + order;
    }

    /** A head with the field, an empty object as its body, and the order after it. */
    String framed(String field) {
        return head() + field + "\r\n\r\n{}" + inner();
    }

    /** {@code Content-Length} makes the order a part of the body; the field may say otherwise. */
    String besideLength(String field) {
        var body = "2\r\n{}\r\n0\r\n\r\n" + inner();
        return head() + "Content-Length: " + body.length() + "\r\n" + field + "\r\n\r\n" + body;
    }

    /** A body in chunks, and the order after it. */
    String chunks(String chunks) {
        return head() + CHUNKED + "\r\n" + chunks + inner();
    }

    /** A harmless request with one more line in its head, and the order after it. */
    String line(String line) {
        return "GET /api/v1/users/me HTTP/1.1\r\n" + signedIn() + line + "\r\n\r\n" + inner();
    }
}
