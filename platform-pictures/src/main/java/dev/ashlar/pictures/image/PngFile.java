package dev.ashlar.pictures.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ashlar.pictures.image.PictureRefused.Broken;
import dev.ashlar.pictures.image.PictureRefused.Unsupported;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a PNG file (W3C PNG, 5) and keeps those that describe pixels. */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int HEADER_LENGTH = 13;
    private static final int FRAME = 12; // length, type and checksum of a chunk

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteBuffer in;
    private @Nullable ByteBuffer header;
    private boolean hasData;

    private PngFile(byte[] upload) {
        in = ByteBuffer.wrap(upload).position(SIGNATURE.length);
        kept.writeBytes(SIGNATURE);
    }

    static boolean is(byte[] upload) {
        return upload.length >= SIGNATURE.length
                && Arrays.equals(upload, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static SourcePicture read(byte[] upload) {
        var file = new PngFile(upload);
        while (file.readChunk()) {
            // until the chunk that ends the file
        }
        return file.picture();
    }

    private boolean readChunk() {
        var start = in.position();
        var length = in.remaining() < FRAME ? -1 : in.getInt();
        if (length < 0 || length > in.remaining() - FRAME + Integer.BYTES) {
            throw new Broken(null);
        }
        var type = new String(in.array(), in.position(), Integer.BYTES, ISO_8859_1);
        requireChecksum(length);
        check(type, ByteBuffer.wrap(in.array(), start + 2 * Integer.BYTES, length).slice());
        if (PIXELS.contains(type)) {
            kept.write(in.array(), start, length + FRAME);
        }
        in.position(start + length + FRAME);
        return !type.equals("IEND");
    }

    private void requireChecksum(int length) {
        var checksum = new CRC32();
        checksum.update(in.array(), in.position(), Integer.BYTES + length);
        if ((int) checksum.getValue() != in.getInt(in.position() + Integer.BYTES + length)) {
            throw new Broken(null);
        }
    }

    private void check(String type, ByteBuffer content) {
        switch (type) {
            case "IHDR" -> header(content);
            case "acTL" -> throw new Unsupported("animated");
            case "IDAT" -> hasData = true;
            default -> {
                if (header == null || Character.isUpperCase(type.charAt(0)) && !PIXELS.contains(type)) {
                    throw new Broken(null);
                }
            }
        }
    }

    private void header(ByteBuffer content) {
        if (header != null || content.limit() != HEADER_LENGTH || content.getInt(0) <= 0 || content.getInt(4) <= 0) {
            throw new Broken(null);
        }
        if (content.get(8) == 16) {
            throw new Unsupported("16 bits deep");
        }
        header = content;
    }

    private SourcePicture picture() {
        if (header == null || !hasData) {
            throw new Broken(null);
        }
        return new SourcePicture(PictureFormat.PNG, header.getInt(0), header.getInt(4), false, 1, kept.toByteArray());
    }
}
