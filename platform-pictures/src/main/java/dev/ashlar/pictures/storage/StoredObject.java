package dev.ashlar.pictures.storage;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An object, or a range of it, that is being read. Closing it before the end closes the connection.
 *
 * @param length of the body, in bytes
 * @param contentRange as in HTTP, null for the whole object
 */
public record StoredObject(InputStream body, long length, @Nullable String contentRange) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
