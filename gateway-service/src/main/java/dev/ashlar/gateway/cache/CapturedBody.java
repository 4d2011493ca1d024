package dev.ashlar.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that the cache copies while the gateway forwards it. Not thread-safe. */
final class CapturedBody extends HttpEntityWrapper {

    private final int limit;
    private final CaptureBudget budget;
    private final Consumer<byte[]> complete;
    private final Runnable refused;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean ended;

    /**
     * @param limit in bytes. A larger body is forwarded, but not copied
     * @param complete gets the whole body at its end
     * @param refused runs if the body is too large, or if too many bodies are copied at the same time
     */
    CapturedBody(HttpEntity body, int limit, CaptureBudget budget, Consumer<byte[]> complete, Runnable refused) {
        super(body);
        this.limit = limit;
        this.budget = budget;
        this.complete = complete;
        this.refused = refused;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Copying(super.getContent());
    }

    /** Frees the memory of an incomplete copy. Can be called more than once. */
    void abandon() {
        if (!ended) {
            ended = true;
            budget.giveBack(copy.size());
            copy.reset();
        }
    }

    private void add(byte[] buffer, int offset, int count) {
        if (ended) {
            return;
        }
        if (count < 0) {
            ended = true;
            budget.giveBack(copy.size());
            complete.accept(copy.toByteArray());
        } else if (copy.size() + count <= limit && budget.tryTake(count)) {
            copy.write(buffer, offset, count);
        } else {
            abandon();
            refused.run();
        }
    }

    private final class Copying extends FilterInputStream {

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
            add(buffer, offset, count);
            return count;
        }
    }
}
