package dev.ashlar.localstack.stack;

import java.io.IOException;

/** One service, and whether its AOT cache is still to be made. */
public final class Training {

    private final Service service;
    private final AotCache cache;

    Training(Service service, AotCache cache) {
        this.service = service;
        this.cache = cache;
    }

    public String service() {
        return service.id();
    }

    public boolean isDone() {
        return cache.exists();
    }

    /** Makes the cache, once the training run has ended. Takes some 15 s of CPU time. */
    public void finish() throws IOException, InterruptedException {
        cache.create();
    }
}
