package dev.ashlar.pictures.image;

import org.jspecify.annotations.Nullable;

/** The uploaded file is not accepted. The message is a sentence for the client. */
public abstract sealed class PictureRefused extends RuntimeException {

    private PictureRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The bytes are neither PNG nor JPEG, whatever the client calls them. */
    public static final class UnknownFormat extends PictureRefused {
        UnknownFormat() {
            super("The body is neither a PNG nor a JPEG picture. Send one of them.", null);
        }
    }

    /** The file is incomplete or breaks the rules of its format. */
    public static final class Broken extends PictureRefused {
        Broken(@Nullable Throwable cause) {
            super("The picture is incomplete or damaged. Send the whole file.", cause);
        }
    }

    /** A valid picture of a kind that the platform does not convert. */
    public static final class Unsupported extends PictureRefused {
        Unsupported(String kind) {
            super("The picture is %s. Send a still picture in RGB or grey with 8 bits for each channel."
                    .formatted(kind), null);
        }
    }

    /** The picture has too many pixels. It was not decoded. */
    public static final class TooManyPixels extends PictureRefused {
        TooManyPixels() {
            super("The picture is too large. Send at most %,d pixels, and at most %,d in each direction."
                    .formatted(SourcePicture.MAX_PIXELS, SourcePicture.MAX_SIDE), null);
        }
    }
}
