package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.Connection;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that ends with {@link BodyTooLarge} where it exceeds its bound, and with {@link BodyTooSlow} where its time is over. */
final class BoundedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long maxBytes;
    private final @Nullable Connection connection;
    private long count;

    BoundedBody(ServletInputStream body, long maxBytes, @Nullable Connection connection) {
        this.body = body;
        this.maxBytes = maxBytes;
        this.connection = connection;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            var read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        } catch (BodyTooLarge e) {
            throw e;
        } catch (IOException e) {
            throw connection != null && connection.isCut() ? new BodyTooSlow(connection.bodyTimeout(), e) : e;
        }
    }

    private void count(int bytes) throws BodyTooLarge {
        count += bytes;
        if (count > maxBytes) {
            throw new BodyTooLarge(maxBytes);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
