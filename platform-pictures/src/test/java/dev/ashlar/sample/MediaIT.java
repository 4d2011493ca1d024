package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.pictures.Pictures;
import dev.ashlar.testing.Media;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reads pictures over HTTP. */
@PictureServiceTest
class MediaIT {

    @Autowired
    Pictures pictures;

    @LocalServerPort
    int port;

    private String url;

    @BeforeEach
    void store() {
        url = pictures.store(new ByteArrayInputStream(TestPictures.png(64, 32)));
    }

    @Test
    void sendsTheWholePicture() {
        var picture = Media.get(port, url);

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.sha256()).isEqualTo(hash());
        assertThat(picture.headers()).containsEntry("content-type", "image/png")
                .containsEntry("etag", "\"" + hash() + "\"")
                .containsEntry("content-length", Integer.toString(picture.body().length));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=10-, 10, -1", "bytes=-5, -5, -1", "bytes=0-999999, 0, -1"})
    void sendsASingleRange(String range, int from, int to) {
        var whole = Media.get(port, url).body();
        var first = from < 0 ? whole.length + from : from;
        var end = to < 0 ? whole.length : to;

        var part = Media.get(port, url, "Range", range);

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
        assertThat(part.headers()).containsEntry("content-range",
                "bytes %d-%d/%d".formatted(first, end - 1, whole.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "bytes=9-1", "items=1-2"})
    void ignoresOtherRanges(String range) {
        assertThat(Media.get(port, url, "Range", range).status()).isEqualTo(200);
    }

    @Test
    void refusesARangeBeyondTheEnd() {
        var length = Media.get(port, url).body().length;

        var refusal = Media.get(port, url, "Range", "bytes=" + length + "-");

        assertThat(refusal.status()).isEqualTo(416);
        assertThat(refusal.headers()).containsEntry("content-range", "bytes */" + length)
                .containsEntry("content-type", "application/problem+json");
    }

    @Test
    void sendsNoBodyToAClientThatHasThePicture() {
        var known = Media.get(port, url, "If-None-Match", "\"" + hash() + "\"");

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers()).containsEntry("cache-control", "public, max-age=31536000, immutable");
    }

    @Test
    void describesThePictureInResponseToHead() {
        var head = ServiceClient.of(port).send("HEAD", url).is(200);

        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(Media.get(port, url).body().length));
        assertThat(head.header("Content-Type")).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/samples/HASH.jpg", "/media/samples/HASH", "/media/samples/HASH-640.png",
            "/media/other/HASH.png", "/media/samples/UPPER.png", "/media/samples/HASH.png/x", "/media/samples/",
            "/media/HASH.png", "/media/samples/HASH.svg"})
    void isNotFoundAtOtherPaths(String path) {
        var missing = Media.get(port, path.replace("HASH", hash()).replace("UPPER", hash().toUpperCase()));

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.headers()).containsEntry("content-type", "application/problem+json")
                .containsEntry("cache-control", "private, no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/samples/..%2f..%2fsecret.png", "/media/samples/%2e%2e/HASH.png",
            "/media/samples/HASH.png%00.html", "/media/samples/HASH.png;x=1"})
    void refusesPathsThatServersReadDifferently(String path) {
        assertThat(Media.get(port, path.replace("HASH", hash())).status()).isIn(400, 404);
    }

    @Test
    void ignoresAnInvalidToken() {
        assertThat(Media.get(port, url, "Authorization", "Bearer expired").status()).isEqualTo(200);
    }

    private String hash() {
        return url.replaceAll(".*/|\\..*", "");
    }
}
