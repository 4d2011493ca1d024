package dev.ashlar.pictures.image;

import dev.ashlar.pictures.image.PictureRefused.Broken;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture encoded by the platform: upright, in sRGB, without metadata.
 *
 * @param original at most {@value #MAX_SIDE} pixels wide and high
 * @param thumbnail at most {@value #THUMBNAIL_SIDE} pixels wide and high
 */
public record RenderedPicture(PictureFormat format, byte[] original, byte[] thumbnail) {

    public static final int MAX_SIDE = 1_600;
    public static final int THUMBNAIL_SIDE = 320;

    private static final float JPEG_QUALITY = 0.85f;

    /** @throws Broken if the file can't be decoded */
    static RenderedPicture of(SourcePicture source) {
        var picture = Upright.turn(Scaling.fit(decode(source), MAX_SIDE), source.orientation());
        return new RenderedPicture(source.format(), encode(picture, source.format()),
                encode(Scaling.fit(picture, THUMBNAIL_SIDE), source.format()));
    }

    private static BufferedImage decode(SourcePicture source) {
        var reader = ImageIO.getImageReadersByFormatName(source.format().name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(source.file()))) {
            reader.setInput(in, true, true);
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(source.subsampling(), source.subsampling(), 0, 0);
            return reader.read(0, parameters);
        } catch (IOException | RuntimeException e) { // the decoders fail in many ways on damaged data
            throw new Broken(e);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encode(BufferedImage picture, PictureFormat format) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            if (format == PictureFormat.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to accept bytes", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
