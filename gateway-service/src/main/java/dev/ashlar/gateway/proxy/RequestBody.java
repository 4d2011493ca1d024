package dev.ashlar.gateway.proxy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** A body on its way through, which may have 64 KiB. */
final class RequestBody extends FilterInputStream {

    private static final int MAX_BYTES = 64 * 1_024;

    private long read;

    /** The caller's body is at fault, not the service. */
    static final class Refused extends IOException {

        private final transient HttpStatus status;

        private Refused(HttpStatus status, String detail) {
            super(detail);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    private RequestBody(InputStream body) {
        super(body);
    }

    /** @throws Refused if it announces too much */
    static RequestBody of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        return new RequestBody(request.getInputStream());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = readOrRefuse(buffer, offset, length);
        read += Math.max(count, 0);
        if (read > MAX_BYTES) {
            throw tooLarge();
        }
        return count;
    }

    private int readOrRefuse(byte[] buffer, int offset, int length) throws Refused {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            var refused = new Refused(HttpStatus.BAD_REQUEST, "The body broke off.");
            refused.initCause(e);
            throw refused;
        }
    }

    private static Refused tooLarge() {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, "A body may have 64 KiB.");
    }
}
