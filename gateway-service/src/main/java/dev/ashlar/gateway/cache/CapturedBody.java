package dev.ashlar.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that the cache copies while the gateway forwards it. */
final class CapturedBody extends HttpEntityWrapper {

    private final int limit;
    private final Consumer<byte[]> complete;
    private final Runnable tooLarge;

    /** @param limit in bytes. A larger body is forwarded, but not copied */
    CapturedBody(HttpEntity body, int limit, Consumer<byte[]> complete, Runnable tooLarge) {
        super(body);
        this.limit = limit;
        this.complete = complete;
        this.tooLarge = tooLarge;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Copying(super.getContent());
    }

    private final class Copying extends FilterInputStream {

        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
        private boolean ended;

        Copying(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = in.read(buffer, offset, length);
            if (!ended) {
                if (count < 0) {
                    ended = true;
                    complete.accept(copy.toByteArray());
                } else if (copy.size() + count > limit) {
                    ended = true;
                    copy.reset();
                    tooLarge.run();
                } else {
                    copy.write(buffer, offset, count);
                }
            }
            return count;
        }
    }
}
