package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.concurrent.Cancellable;
import org.springframework.http.HttpStatus;

/**
 * A body on its way through: what goes wrong while it is read is the caller's fault. How large it may be, the chassis says. A body
 * that ends early ends its connection to the service, too: else the client would write the last chunk, and the service would take
 * what has arrived for the whole.
 */
final class RequestBody extends FilterInputStream {

    /** The caller's body is at fault, not the service. */
    static final class Refused extends IOException {

        private final transient HttpStatus status;

        private Refused(HttpStatus status, String detail, IOException cause) {
            super(detail, cause);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    private final Cancellable exchange;

    private RequestBody(InputStream body, Cancellable exchange) {
        super(body);
        this.exchange = exchange;
    }

    /** @param exchange ends the connection to the service */
    static RequestBody of(HttpServletRequest request, Cancellable exchange) throws IOException {
        return new RequestBody(request.getInputStream(), exchange);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (BodyTooLarge e) {
            exchange.cancel();
            throw new Refused(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            exchange.cancel();
            throw new Refused(HttpStatus.BAD_REQUEST, "The body broke off.", e);
        }
    }
}
