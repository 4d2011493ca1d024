package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.BodyTooLarge;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.spool.Spool;
import dev.ashlar.gateway.spool.Spools;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A caller's body, read to its end before a service is asked: a slow caller holds no connection to a service, and no service takes
 * part of a body for the whole. How large and how slow it may be, the chassis says.
 */
final class RequestBody extends AbstractHttpEntity {

    /** The caller's body is at fault, or there is no room for it; not the service. */
    static final class Refused extends IOException {

        private final transient HttpStatus status;

        private Refused(HttpStatus status, String detail, @Nullable IOException cause) {
            super(detail, cause);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    private final Spool spool;

    private RequestBody(Spool spool) {
        super((ContentType) null, null); // both are among the headers already
        this.spool = spool;
    }

    static RequestBody read(HttpServletRequest request, Spools spools) throws Refused {
        var spool = spools.open(ClientAddress.of(request));
        var complete = false;
        try {
            complete = spool.fill(request.getInputStream());
        } catch (BodyTooLarge e) {
            throw new Refused(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Refused(HttpStatus.BAD_REQUEST, "The body broke off.", e);
        } finally {
            if (!complete) {
                spool.close();
            }
        }
        if (!complete) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "Too many large bodies are on their way; try again.",
                    null);
        }
        return new RequestBody(spool);
    }

    @Override
    public long getContentLength() {
        return spool.size();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        spool.writeTo(out);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("It is written, not read");
    }

    @Override
    public void close() {
        spool.close();
    }
}
