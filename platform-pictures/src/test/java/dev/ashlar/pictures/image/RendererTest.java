package dev.ashlar.pictures.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.pictures.image.PictureRefused.Broken;
import dev.ashlar.pictures.image.PictureRefused.TooManyPixels;
import dev.ashlar.pictures.image.PictureRefused.UnknownFormat;
import dev.ashlar.pictures.image.PictureRefused.Unsupported;
import dev.ashlar.testing.TestPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {

    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;

    private final Renderer renderer = new Renderer();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        renderer.close();
    }

    @Test
    void keepsTheFormatAndTheSizeOfASmallPicture() throws IOException {
        var picture = render(TestPictures.png(400, 200));

        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        assertThat(size(picture.original())).isEqualTo("400x200");
        assertThat(size(picture.thumbnail())).isEqualTo("320x160");
    }

    @ParameterizedTest
    @CsvSource({"3200, 1600, 1600x800, 320x160", "1700, 3300, 824x1600, 165x320", "4000, 3000, 1600x1200, 320x240",
            "5000, 10, 1600x4, 320x1"})
    void limitsBothSizes(int width, int height, String original, String thumbnail) throws IOException {
        var picture = render(TestPictures.jpeg(width, height));

        assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
        assertThat(size(picture.original())).isEqualTo(original);
        assertThat(size(picture.thumbnail())).isEqualTo(thumbnail);
    }

    @ParameterizedTest
    @CsvSource({"1, 80x40, red, blue", "2, 80x40, blue, red", "3, 80x40, blue, red", "4, 80x40, red, blue",
            "5, 40x80, red, blue", "6, 40x80, red, blue", "7, 40x80, blue, red", "8, 40x80, blue, red"})
    void turnsAPictureUpright(int orientation, String size, String first, String last) throws IOException {
        var upright = decoded(render(TestPictures.jpegTurned(80, 40, orientation)).original());

        assertThat(upright.getWidth() + "x" + upright.getHeight()).isEqualTo(size);
        assertThat(color(upright, 5, 5)).isEqualTo(first);
        assertThat(color(upright, upright.getWidth() - 5, upright.getHeight() - 5)).isEqualTo(last);
    }

    @Test
    void dropsMetadata() throws IOException {
        var rendered = render(TestPictures.jpegWithComment("taken at home")).original();

        assertThat(new String(rendered, StandardCharsets.ISO_8859_1)).doesNotContain("taken at home");
    }

    @Test
    void keepsTransparency() throws IOException {
        var transparent = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);

        var rendered = Scaling.fit(transparent, 5);

        assertThat(rendered.getRGB(2, 2)).isZero();
    }

    @Test
    void rendersTheSamePictureToTheSameBytes() throws IOException {
        assertThat(render(TestPictures.jpeg(500, 400)).original())
                .isEqualTo(render(TestPictures.jpeg(500, 400)).original());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><script>alert(1)</script></html>", "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "GIF89a", "RIFF____WEBP", "\u0089PNG"})
    void refusesOtherFormats(String text) {
        assertThatThrownBy(() -> render(text.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(UnknownFormat.class);
    }

    static Stream<byte[]> damaged() {
        var jpeg = TestPictures.jpeg(300, 300);
        var png = TestPictures.png(300, 300);
        var wrongChecksum = png.clone();
        wrongChecksum[40]++;
        return Stream.of(TestPictures.firstHalf(jpeg), TestPictures.firstHalf(png), wrongChecksum,
                Arrays.copyOf(jpeg, jpeg.length - 2), Arrays.copyOf(png, png.length - 12), Arrays.copyOf(jpeg, 20),
                Arrays.copyOf(png, 8));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void refusesDamagedFiles(byte[] damaged) {
        assertThatThrownBy(() -> render(damaged)).isInstanceOf(Broken.class);
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(Arguments.of(TestPictures.animated(), "animated"), Arguments.of(TestPictures.cmyk(), "CMYK"),
                Arguments.of(TestPictures.sixteenBits(), "16 bits"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void refusesKindsThatItDoesNotConvert(byte[] upload, String kind) {
        assertThatThrownBy(() -> render(upload)).isInstanceOf(Unsupported.class).hasMessageContaining(kind);
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000", "10001, 1", "4001, 4000", "2147483647, 2147483647"})
    void refusesTooManyPixelsWithoutDecodingThem(int width, int height) {
        assertThatThrownBy(() -> render(TestPictures.bomb(width, height))).isInstanceOf(TooManyPixels.class);
    }

    @Test
    void neverNeedsMoreMemoryThanThereIs() {
        for (var width : new int[]{1, 1_600, 3_199, 4_799, 10_000}) {
            var height = Math.min(SourcePicture.MAX_SIDE, SourcePicture.MAX_PIXELS / width);
            var largest = new SourcePicture(PictureFormat.JPEG, width, height, true, 1, new byte[0]);

            assertThat(largest.costMib()).isLessThanOrEqualTo(Renderer.MEMORY_MIB);
        }
    }

    private RenderedPicture render(byte[] upload) throws IOException {
        return renderer.render(Files.write(folder.resolve("upload"), upload), Duration.ofMinutes(1));
    }

    private static BufferedImage decoded(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static String size(byte[] picture) throws IOException {
        var decoded = decoded(picture);
        return decoded.getWidth() + "x" + decoded.getHeight();
    }

    private static String color(BufferedImage picture, int x, int y) {
        var rgb = picture.getRGB(x, y);
        return (rgb & RED) >> 16 > (rgb & BLUE) ? "red" : "blue";
    }
}
