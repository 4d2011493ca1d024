package dev.ashlar.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The body of the request could not be read to its end. */
public final class UnreadableUpload extends UncheckedIOException {

    UnreadableUpload(IOException cause) {
        super(cause);
    }
}
