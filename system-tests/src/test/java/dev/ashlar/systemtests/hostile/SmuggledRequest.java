package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.Shopper;

/** Makes requests with a second one hidden inside: an order, which must never come to be. */
record SmuggledRequest(Shopper attacker, String order) {

    static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    /** A request that changes nothing, up to its framing. */
    String head() {
        return "PATCH /api/v1/users/me HTTP/1.1\r\n" + signedIn() + "Content-Type: application/json\r\n";
    }

    /** Host and token. */
    String signedIn() {
        return "Host: a\r\nAuthorization: Bearer " + attacker.token() + "\r\n";
    }

    /** The request inside. */
    String inner() {
        return "POST /api/v1/orders HTTP/1.1\r\n" + signedIn() + "Content-Type: application/json\r\n"
                + "Idempotency-Key: smuggled\r\nContent-Length: " + order.length() + "\r\n\r\n" + order;
    }

    /** Framed by a header field, an empty object for a body, and the order behind it. */
    String framed(String field) {
        return head() + field + "\r\n\r\n{}" + inner();
    }

    /** By {@code Content-Length} the order belongs to the body, by the given field it may not. */
    String besideLength(String field) {
        var body = "2\r\n{}\r\n0\r\n\r\n" + inner();
        return head() + "Content-Length: " + body.length() + "\r\n" + field + "\r\n\r\n" + body;
    }

    /** In chunks, the order behind them. */
    String chunks(String chunks) {
        return head() + CHUNKED + "\r\n" + chunks + inner();
    }

    /** A harmless request with one more line in its head, and the order behind it. */
    String line(String line) {
        return "GET /api/v1/users/me HTTP/1.1\r\n" + signedIn() + line + "\r\n\r\n" + inner();
    }
}
