package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.BodyTooLarge;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.spool.Spool;
import dev.ashlar.gateway.spool.SpoolFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request body that is read to its end before the gateway calls the service. So a slow client holds no connection to a service, and
 * no service sees a partial body. The chassis limits the size and the time.
 */
final class RequestBody extends AbstractHttpEntity {

    /** The body is invalid, or all spools are in use. The service was not called. */
    static final class Rejected extends IOException {

        private final transient HttpStatus status;

        private Rejected(HttpStatus status, String detail, @Nullable IOException cause) {
            super(detail, cause);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    private final Spool spool;

    private RequestBody(Spool spool) {
        super((ContentType) null, null); // the request has both headers already
        this.spool = spool;
    }

    static RequestBody read(HttpServletRequest request, SpoolFactory spools) throws Rejected {
        var spool = spools.openUnbounded(ClientAddress.of(request));
        var complete = false;
        try {
            complete = spool.fill(request.getInputStream());
        } catch (BodyTooLarge e) {
            throw new Rejected(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Rejected(HttpStatus.BAD_REQUEST, "The request body is incomplete.", e);
        } finally {
            if (!complete) {
                spool.close();
            }
        }
        if (!complete) {
            throw new Rejected(HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many large request bodies are in progress. Try again.",
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
        throw new UnsupportedOperationException("Use writeTo");
    }

    @Override
    public void close() {
        spool.close();
    }
}
