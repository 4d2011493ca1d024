package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** A body on its way through: what goes wrong while it is read is the caller's fault. How large it may be, the chassis says. */
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

    private RequestBody(InputStream body) {
        super(body);
    }

    static RequestBody of(HttpServletRequest request) throws IOException {
        return new RequestBody(request.getInputStream());
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
            throw new Refused(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Refused(HttpStatus.BAD_REQUEST, "The body broke off.", e);
        }
    }
}
