package dev.ashlar.pictures;

import dev.ashlar.pictures.image.PictureRefused;
import dev.ashlar.pictures.image.PicturesBusy;
import dev.ashlar.pictures.image.RenderedPicture;
import dev.ashlar.pictures.image.Renderer;
import dev.ashlar.pictures.storage.ObjectStorage;
import dev.ashlar.pictures.storage.StorageUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The pictures of a service. Thread-safe. */
public final class Pictures {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** Bounds the memory for encoded pictures on their way to object storage. Uploads wait in files. */
    private static final int CONCURRENT = 8;

    private final PictureFolder folder;
    private final Renderer renderer;
    private final PictureTable table;
    private final ObjectStorage storage;
    private final Semaphore permits = new Semaphore(CONCURRENT, true);

    Pictures(PictureFolder folder, Renderer renderer, PictureTable table, ObjectStorage storage) {
        this.folder = folder;
        this.renderer = renderer;
        this.table = table;
        this.storage = storage;
    }

    /**
     * Stores a picture and its thumbnail. The same picture has the same URL. The caller lets a row point at the URL within the
     * retention, else {@link PictureRetention} deletes the picture.
     *
     * @param upload PNG or JPEG; the caller limits its size
     * @return the path of the picture, such as {@code /media/profiles/4bf5….jpg}
     * @throws PictureRefused if the platform does not accept the file
     * @throws PicturesBusy if too many pictures are being processed
     * @throws StorageUnavailable if object storage is unavailable
     * @throws UnreadableUpload if the stream fails
     */
    public String store(InputStream upload) {
        var file = receive(upload);
        try {
            acquire();
            try {
                return store(renderer.render(file, TIMEOUT));
            } finally {
                permits.release();
            }
        } finally {
            delete(file);
        }
    }

    /** The row is first: a crash before the last line leaves files that {@link PictureRetention} finds. */
    private String store(RenderedPicture picture) {
        var file = DigestUtils.sha256Hex(picture.original()) + "." + picture.format().extension();
        table.markUnused(file);
        storage.put(folder.key(PictureFolder.thumbnail(file)), picture.thumbnail(), picture.format().contentType());
        storage.put(folder.key(file), picture.original(), picture.format().contentType());
        return folder.url(file);
    }

    /**
     * Called in the transaction in which a row stops pointing at the picture. Other rows may still point at it.
     *
     * @param url null if the row pointed at no picture
     */
    public void release(@Nullable String url) {
        if (url != null && url.startsWith(folder.urlPrefix())) {
            table.markUnused(folder.file(url));
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PicturesBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PicturesBusy(e);
        }
    }

    private static Path receive(InputStream upload) {
        var file = temporary();
        try {
            Files.copy(upload, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            delete(file);
            throw new UnreadableUpload(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("picture-", ".upload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
