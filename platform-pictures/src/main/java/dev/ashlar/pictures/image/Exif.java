package dev.ashlar.pictures.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** Reads one field of Exif metadata: how a camera was held. Its form is that of TIFF 6.0. */
final class Exif {

    private static final String NAME = "Exif\0\0";
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** @return 1 to 8, or empty if the segment has no valid orientation */
    static OptionalInt orientation(byte[] bytes, int offset, int length) {
        if (length < NAME.length() || !new String(bytes, offset, NAME.length(), ISO_8859_1).equals(NAME)) {
            return OptionalInt.empty();
        }
        try {
            return firstDirectory(ByteBuffer.wrap(bytes, offset + NAME.length(), length - NAME.length()).slice());
        } catch (IndexOutOfBoundsException | BufferUnderflowException _) {
            return OptionalInt.empty(); // damaged metadata do not make the picture unreadable
        }
    }

    private static OptionalInt firstDirectory(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * ENTRY;
            var value = tiff.getShort(entry + 8);
            if (tiff.getShort(entry) == ORIENTATION && tiff.getShort(entry + 2) == SHORT && value >= 1 && value <= 8) {
                return OptionalInt.of(value);
            }
        }
        return OptionalInt.empty();
    }
}
