package dev.ashlar.pictures.image;

/** Too many pictures wait to be processed. A client should retry after a short time. */
public final class PicturesBusy extends RuntimeException {

    public PicturesBusy(Throwable cause) {
        super("Too many pictures are being processed.", cause);
    }

    public PicturesBusy() {
        super("Too many pictures are being processed.");
    }
}
