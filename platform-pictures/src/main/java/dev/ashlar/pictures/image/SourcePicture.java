package dev.ashlar.pictures.image;

import dev.ashlar.pictures.image.PictureRefused.TooManyPixels;
import dev.ashlar.pictures.image.PictureRefused.UnknownFormat;

/**
 * An uploaded file whose structure was checked. No pixel was decoded yet.
 *
 * @param progressive true if a decoder needs memory for the whole picture at once
 * @param orientation as in Exif (CIPA DC-008, 4.6.5): 1 is upright, 2 to 8 are turned or mirrored
 * @param file the parts of the file that a decoder needs, without metadata
 */
record SourcePicture(PictureFormat format, int width, int height, boolean progressive, int orientation, byte[] file) {

    /** Enough for a 16-megapixel camera. */
    static final int MAX_PIXELS = 16_000_000;
    static final int MAX_SIDE = 10_000;

    /** The decoder skips rows and columns of a picture of which half would suffice. */
    private static final int NEEDED_SIDE = RenderedPicture.MAX_SIDE;
    private static final int BYTES_PER_PIXEL = 4;
    private static final int BYTES_PER_PROGRESSIVE_PIXEL = 6; // 16-bit coefficients of three channels
    private static final int MIB = 1_024 * 1_024;

    SourcePicture {
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new TooManyPixels();
        }
    }

    /**
     * The first bytes decide the format, not the Content-Type.
     *
     * @throws PictureRefused if the platform does not accept the file
     */
    static SourcePicture of(byte[] upload) {
        if (PngFile.is(upload)) {
            return PngFile.read(upload);
        }
        if (JpegFile.is(upload)) {
            return JpegFile.read(upload);
        }
        throw new UnknownFormat();
    }

    /** The decoder keeps each n-th pixel of each n-th row. */
    int subsampling() {
        return Math.max(1, Math.max(width, height) / NEEDED_SIDE);
    }

    /** An upper bound for the memory of decoding and encoding, in MiB. */
    int costMib() {
        var pixels = (long) width * height;
        var decoded = pixels / (subsampling() * subsampling()) * BYTES_PER_PIXEL;
        var scaled = 2L * NEEDED_SIDE * NEEDED_SIDE * BYTES_PER_PIXEL;
        var coefficients = progressive ? pixels * BYTES_PER_PROGRESSIVE_PIXEL : 0;
        return 1 + (int) ((coefficients + decoded + Math.min(scaled, 2 * decoded)) / MIB);
    }
}
