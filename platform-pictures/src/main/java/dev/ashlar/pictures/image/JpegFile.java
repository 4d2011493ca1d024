package dev.ashlar.pictures.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ashlar.pictures.image.PictureRefused.Broken;
import dev.ashlar.pictures.image.PictureRefused.Unsupported;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads the segments of a JPEG file (ITU-T T.81, annex B) and keeps those that describe pixels. */
final class JpegFile {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE; // tells how the channels are encoded
    private static final int PROGRESSIVE = 0xC2;
    /** Each scan costs a pass over the whole picture. Encoders write about ten. */
    private static final int MAX_SCANS = 50;

    /** The frame header. */
    private record Frame(int width, int height, boolean progressive) {}

    private final byte[] bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable Frame frame;
    private int orientation = 1;
    private int scans;
    private int at = 2;

    private JpegFile(byte[] upload) {
        bytes = upload;
        kept.write(bytes, 0, at);
    }

    static boolean is(byte[] upload) {
        return upload.length > 2 && (upload[0] & 0xFF) == 0xFF && (upload[1] & 0xFF) == START
                && (upload[2] & 0xFF) == 0xFF;
    }

    static SourcePicture read(byte[] upload) {
        var file = new JpegFile(upload);
        while (file.readSegment()) {
            // until the marker that ends the picture; what follows is not part of it
        }
        return file.picture();
    }

    private boolean readSegment() {
        var marker = marker();
        if (marker == END) {
            kept.write(0xFF);
            kept.write(END);
            return false;
        }
        var length = marker >= 0xC0 && marker != START && !isRestart(marker) ? short16(at + 2) : 0;
        if (length < 2 || at + 2 + length > bytes.length) {
            throw new Broken(null);
        }
        check(marker, length);
        var next = marker == SCAN ? endOfScan(at + 2 + length) : at + 2 + length;
        if (isAboutPixels(marker)) {
            kept.write(bytes, at, next - at);
        }
        at = next;
        return true;
    }

    /** Skips fill bytes. */
    private int marker() {
        if (at + 1 >= bytes.length || octet(at) != 0xFF) {
            throw new Broken(null);
        }
        while (octet(at + 1) == 0xFF) {
            at++;
        }
        return octet(at + 1);
    }

    private boolean isAboutPixels(int marker) {
        return switch (marker) {
            case JFIF -> at + 8 < bytes.length && new String(bytes, at + 4, 4, ISO_8859_1).equals("JFIF");
            case ADOBE -> true;
            case COMMENT -> false;
            default -> marker < JFIF || marker > 0xEF;
        };
    }

    private void check(int marker, int length) {
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            frame(marker, length);
        } else if (marker == EXIF) {
            orientation = Exif.orientation(bytes, at + 4, length - 2).orElse(orientation);
        } else if (marker == SCAN && (frame == null || ++scans > MAX_SCANS)) {
            throw new Broken(null);
        }
    }

    private void frame(int marker, int length) {
        if (frame != null || length < 8 || short16(at + 5) == 0 || short16(at + 7) == 0) {
            throw new Broken(null);
        }
        if (marker > PROGRESSIVE) {
            throw new Unsupported("compressed by a rare method");
        }
        if (octet(at + 4) != 8) {
            throw new Unsupported(octet(at + 4) + " bits deep");
        }
        var channels = octet(at + 9);
        if (channels != 1 && channels != 3) {
            throw new Unsupported(channels == 4 ? "in CMYK" : "of an unknown number of channels");
        }
        frame = new Frame(short16(at + 7), short16(at + 5), marker == PROGRESSIVE);
    }

    /** Compressed data may contain FF only before 00 and as a restart marker. */
    private int endOfScan(int from) {
        for (var i = from; i + 1 < bytes.length; i++) {
            if (octet(i) == 0xFF && octet(i + 1) != 0 && octet(i + 1) != 0xFF && !isRestart(octet(i + 1))) {
                return i;
            }
        }
        throw new Broken(null);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private SourcePicture picture() {
        if (frame == null || scans == 0) {
            throw new Broken(null);
        }
        return new SourcePicture(PictureFormat.JPEG, frame.width(), frame.height(), frame.progressive(), orientation,
                kept.toByteArray());
    }

    private int octet(int index) {
        if (index >= bytes.length) {
            throw new Broken(null);
        }
        return bytes[index] & 0xFF;
    }

    private int short16(int index) {
        return octet(index) << 8 | octet(index + 1);
    }
}
