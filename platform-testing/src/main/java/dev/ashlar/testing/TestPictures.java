package dev.ashlar.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures for uploads, good and bad. */
public final class TestPictures {

    private static final int AFTER_SIGNATURE = 8;
    private static final int AFTER_HEADER = AFTER_SIGNATURE + 25;

    private TestPictures() {}

    /** A JPEG picture whose left half is red and whose right half is blue. */
    public static byte[] jpeg(int width, int height) {
        return encoded(redAndBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** A PNG picture whose left half is red and whose right half is blue. */
    public static byte[] png(int width, int height) {
        return encoded(redAndBlue(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** A small PNG picture in a color that no other test uses. */
    public static byte[] unique() {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        var random = ThreadLocalRandom.current();
        for (var i = 0; i < 64; i++) {
            picture.setRGB(i % 8, i / 8, random.nextInt());
        }
        return encoded(picture, "png");
    }

    /** @param orientation 1 to 8, as in Exif */
    public static byte[] jpegTurned(int width, int height, int orientation) {
        var exif = ByteBuffer.allocate(36).put("\u00FF\u00E1".getBytes(ISO_8859_1)).putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1).putShort((short) 0x0112)
                .putShort((short) 3).putInt(1).putShort((short) orientation).array();
        return inserted(jpeg(width, height), 2, exif);
    }

    public static byte[] jpegWithComment(String comment) {
        var segment = ByteBuffer.allocate(4 + comment.length()).put("\u00FF\u00FE".getBytes(ISO_8859_1))
                .putShort((short) (2 + comment.length())).put(comment.getBytes(ISO_8859_1)).array();
        return inserted(jpeg(40, 20), 2, segment);
    }

    /** A JPEG picture with four channels. */
    public static byte[] cmyk() {
        var bytes = ByteBuffer.allocate(64).put("\u00FF\u00D8\u00FF\u00C0".getBytes(ISO_8859_1)).putShort((short) 20)
                .put((byte) 8).putShort((short) 1).putShort((short) 1).put((byte) 4).put(new byte[12])
                .put("\u00FF\u00DA\0\2\0\u00FF\u00D9".getBytes(ISO_8859_1));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    public static byte[] sixteenBits() {
        return encoded(new BufferedImage(20, 20, BufferedImage.TYPE_USHORT_GRAY), "png");
    }

    public static byte[] animated() {
        return inserted(png(20, 20), AFTER_HEADER, chunk("acTL", new byte[]{0, 0, 0, 1, 0, 0, 0, 0}));
    }

    /** A small PNG file that claims to have this size. */
    public static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(png(1, 1), AFTER_SIGNATURE));
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(chunk("IDAT", deflated(new byte[1_000_000])));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** A PNG file with a correct picture and as much other data as it needs to have this length. */
    public static byte[] pngOfLength(int bytes) {
        var picture = png(20, 20);
        return inserted(picture, AFTER_HEADER, chunk("teSt", new byte[bytes - picture.length - 12]));
    }

    public static byte[] firstHalf(byte[] picture) {
        return Arrays.copyOf(picture, picture.length / 2);
    }

    private static BufferedImage redAndBlue(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        var checked = ByteBuffer.allocate(4 + content.length).put(type.getBytes(ISO_8859_1)).put(content).array();
        var checksum = new CRC32();
        checksum.update(checked);
        return ByteBuffer.allocate(12 + content.length).putInt(content.length).put(checked)
                .putInt((int) checksum.getValue()).array();
    }

    private static byte[] deflated(byte[] content) {
        try (var deflater = new Deflater()) {
            deflater.setInput(content);
            deflater.finish();
            var out = new byte[content.length];
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length).put(file, 0, at).put(more)
                .put(file, at, file.length - at).array();
    }
}
