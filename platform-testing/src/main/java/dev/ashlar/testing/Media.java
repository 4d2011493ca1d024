package dev.ashlar.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The response to a request for a picture, which {@link ServiceClient} would read as text.
 *
 * @param headers by their names in lower case
 */
public record Media(int status, Map<String, String> headers, byte[] body) {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param headers of the request: name, value, name, value … */
    public static Media get(int port, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        try {
            var response = HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    BodyHandlers.ofByteArray());
            return new Media(response.statusCode(),
                    response.headers().map().entrySet().stream().collect(Collectors.toMap(
                            one -> one.getKey().toLowerCase(Locale.ROOT), one -> String.join(", ", one.getValue()))),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String sha256() {
        return DigestUtils.sha256Hex(body);
    }

    /** Such as {@code 320x200}. */
    public String size() {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(body));
            return picture.getWidth() + "x" + picture.getHeight();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
