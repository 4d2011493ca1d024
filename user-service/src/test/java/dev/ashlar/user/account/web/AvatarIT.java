package dev.ashlar.user.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Events;
import dev.ashlar.testing.Media;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.testing.TestPictures;
import dev.ashlar.user.Api;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads and reads a user's picture. */
@UserServiceTest
class AvatarIT {

    private static final int TWO_MIB = 2 * 1_024 * 1_024;

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @Test
    void showsTheUploadedPictureAndItsThumbnail() {
        var caller = api.signInNewUser();

        var url = upload(caller, TestPictures.jpeg(800, 400)).is(200).text("avatar_url");

        assertThat(url).matches("/media/profiles/[0-9a-f]{64}\\.jpg");
        assertThat(api.me(caller).text("avatar_url")).isEqualTo(url);
        var picture = Media.get(port, url);
        assertThat(picture.sha256()).isEqualTo(url.replaceAll(".*/|\\..*", ""));
        assertThat(picture.size()).isEqualTo("800x400");
        assertThat(picture.headers()).containsEntry("content-type", "image/jpeg")
                .containsEntry("cache-control", "public, max-age=31536000, immutable")
                .containsEntry("x-content-type-options", "nosniff").containsEntry("accept-ranges", "bytes");
        assertThat(picture.headers().get("content-disposition")).startsWith("inline; filename=");
        assertThat(Media.get(port, url.replace(".jpg", "-320.jpg")).size()).isEqualTo("320x160");
    }

    @Test
    void keepsTheOldUrlValidWhenThePictureIsReplaced() {
        var caller = api.signInNewUser();
        var old = upload(caller, TestPictures.unique()).is(200).text("avatar_url");

        var replaced = upload(caller, TestPictures.unique()).is(200);

        assertThat(replaced.text("avatar_url")).isNotEqualTo(old);
        assertThat(replaced.header("ETag")).isEqualTo("\"3\"");
        assertThat(Media.get(port, old).status()).isEqualTo(200);
        assertThat(Media.get(port, replaced.text("avatar_url")).status()).isEqualTo(200);
    }

    @Test
    void publishesOneEventForOneChange() {
        var person = api.registerUser();
        var caller = api.signIn(person);
        var picture = TestPictures.unique();

        upload(caller, picture).is(200);
        upload(caller, picture).is(200);

        await().untilAsserted(() -> assertThat(Events.on("users").ofSubject(person.id()))
                .extracting(event -> event.type()).containsExactly("user.registered", "user.changed"));
    }

    @Test
    void refusesAStaleIfMatch() {
        var caller = api.signInNewUser();
        api.send("PATCH", "/api/v1/users/me", caller, Map.of("name", "New")).is(200);

        upload(caller, TestPictures.unique(), "If-Match", "\"1\"").is(412);

        assertThat(api.me(caller).json().path("avatar_url").isNull()).isTrue();
    }

    @Test
    void needsASession() {
        ServiceClient.of(port).with("Content-Type", "image/png")
                .send("PUT", "/api/v1/users/me/avatar", BodyPublishers.ofByteArray(TestPictures.png(8, 8))).is(401);
    }

    static Stream<Arguments> bad() {
        return Stream.of(Arguments.of("HTML", "<html>".repeat(20).getBytes(), 415),
                Arguments.of("SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), 415),
                Arguments.of("bomb", TestPictures.bomb(50_000, 50_000), 422),
                Arguments.of("truncated", TestPictures.firstHalf(TestPictures.jpeg(300, 300)), 400),
                Arguments.of("animated", TestPictures.animated(), 422),
                Arguments.of("CMYK", TestPictures.cmyk(), 422),
                Arguments.of("16 bits", TestPictures.sixteenBits(), 422),
                Arguments.of("too large", TestPictures.pngOfLength(TWO_MIB + 1), 413));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesABadPicture(String kind, byte[] picture, int status) {
        var caller = api.signInNewUser();

        var refusal = upload(caller, picture).is(status);

        assertThat(refusal.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refusal.text("detail")).as(kind).endsWith(".");
        assertThat(api.me(caller).json().path("avatar_url").isNull()).isTrue();
    }

    @Test
    void acceptsTwoMib() {
        upload(api.signInNewUser(), TestPictures.pngOfLength(TWO_MIB)).is(200);
    }

    @Test
    void refusesALargeBodyWithoutALength() {
        var chunked = BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArray(TestPictures.pngOfLength(TWO_MIB + 1)));

        client(api.signInNewUser()).with("Content-Type", "image/png")
                .send("PUT", "/api/v1/users/me/avatar", chunked).is(413);
    }

    @Test
    void refusesOtherContentTypes() {
        client(api.signInNewUser()).sendJson("PUT", "/api/v1/users/me/avatar", "{}").is(415);
        client(api.signInNewUser()).send("PUT", "/api/v1/users/me/avatar").is(415);
    }

    @Test
    void decidesTheFormatByTheBytes() {
        assertThat(client(api.signInNewUser()).with("Content-Type", "image/png")
                .send("PUT", "/api/v1/users/me/avatar", BodyPublishers.ofByteArray(TestPictures.jpeg(20, 20))).is(200)
                .text("avatar_url")).endsWith(".jpg");
    }

    private ServiceResponse upload(Tokens caller, byte[] picture, String... headers) {
        return client(caller).with("Content-Type", "image/png").send("PUT", "/api/v1/users/me/avatar",
                BodyPublishers.ofByteArray(picture), headers);
    }

    private ServiceClient client(Tokens caller) {
        return ServiceClient.of(port).signedInWith(caller.accessToken());
    }
}
