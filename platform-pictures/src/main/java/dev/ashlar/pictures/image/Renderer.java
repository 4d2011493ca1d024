package dev.ashlar.pictures.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decodes at most four pictures at a time, in a limited amount of memory. Uses platform threads: decoding does not block, so it would
 * occupy the carriers of virtual threads, and the service would not respond. Thread-safe.
 */
public final class Renderer implements AutoCloseable {

    private static final int THREADS = 4;
    /** More than any accepted picture needs. */
    static final int MEMORY_MIB = 128;
    private static final ThreadFactory NAMED = Thread.ofPlatform().daemon().name("pictures-", 0).factory();

    private final Semaphore memory = new Semaphore(MEMORY_MIB, true);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Renderer::thread);

    public Renderer() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** Without the class loader of the request's web application, which Tomcat would report as a leak. */
    private static Thread thread(Runnable work) {
        var thread = NAMED.newThread(work);
        thread.setContextClassLoader(Renderer.class.getClassLoader());
        return thread;
    }

    /**
     * @throws PictureRefused if the platform does not accept the file
     * @throws PicturesBusy if it took longer than the timeout, mostly to wait for others
     */
    public RenderedPicture render(Path upload, Duration timeout) {
        var rendered = threads.submit(() -> render(Files.readAllBytes(upload)));
        try {
            return rendered.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException refused -> refused;
                case IOException io -> new UncheckedIOException(io);
                case null, default -> new IllegalStateException(e.getCause());
            };
        } catch (TimeoutException e) {
            throw new PicturesBusy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PicturesBusy(e);
        } finally {
            rendered.cancel(true);
        }
    }

    private RenderedPicture render(byte[] upload) throws InterruptedException {
        var source = SourcePicture.of(upload);
        var cost = source.costMib();
        memory.acquire(cost);
        try {
            return RenderedPicture.of(source);
        } finally {
            memory.release(cost);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
