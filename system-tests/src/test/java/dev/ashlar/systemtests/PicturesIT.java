package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Media;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.testing.TestPictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures from the upload to the reader, through the gateway. */
@ExtendWith(RunningStack.class)
class PicturesIT {

    private static final int GATEWAY = 8_080 + Ashlar.PORT_OFFSET;

    @Test
    void aPictureIsUploadedReadAndReplacedAndItsOldUrlStaysValid() {
        var shopper = Shopper.registered();

        var first = avatar(shopper, TestPictures.jpeg(2_000, 1_000)).is(200).text("avatar_url");
        var read = Media.get(GATEWAY, first);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.size()).isEqualTo("1600x800");
        assertThat(first).contains(read.sha256());
        assertThat(read.headers()).containsEntry("content-type", "image/jpeg")
                .containsEntry("cache-control", "public, max-age=31536000, immutable");
        assertThat(Media.get(GATEWAY, first).body()).isEqualTo(read.body());
        assertThat(Media.get(GATEWAY, first, "If-None-Match", read.headers().get("etag")).status()).isEqualTo(304);
        assertThat(Media.get(GATEWAY, first, "Range", "bytes=0-99").body()).hasSize(100);

        var second = avatar(shopper, TestPictures.unique()).is(200).text("avatar_url");
        assertThat(second).isNotEqualTo(first);
        assertThat(shopper.gateway().get("/users/me").expect(200).text("avatar_url")).isEqualTo(second);
        assertThat(Media.get(GATEWAY, second).status()).isEqualTo(200);
        assertThat(Media.get(GATEWAY, first).status()).isEqualTo(200);
    }

    @Test
    void aProductShowsItsNewPictureWithinASecond() {
        var admin = Admin.signedIn();
        var product = admin.addProduct("picture-" + UUID.randomUUID(), 1);

        var url = image(admin.token(), product, TestPictures.unique()).is(200).text("image_url");

        assertThat(Gateway.unauthenticated().get("/products/" + product).expect(200).text("image_url")).isEqualTo(url);
        assertThat(Media.get(GATEWAY, url.replace(".png", "-320.png")).status()).isEqualTo(200);
    }

    @Test
    void onlyAdminsReplaceThePictureOfAProduct() {
        var product = Admin.signedIn().addProduct("picture-" + UUID.randomUUID(), 1);

        image(Shopper.registered().token(), product, TestPictures.unique()).is(403);
    }

    @Test
    void picturesAreRefusedForATimeWhileStorageIsDownAndEverythingElseWorks() {
        var shopper = Shopper.registered();
        var url = avatar(shopper, TestPictures.unique()).is(200).text("avatar_url");

        Ashlar.whileKilled("s3", () -> {
            assertThat(avatar(shopper, TestPictures.unique()).is(503).header("Retry-After")).isNotEmpty();
            assertThat(shopper.gateway().get("/users/me").expect(200).text("avatar_url")).isEqualTo(url);
            await().untilAsserted(PicturesIT::assertUserServiceIsReadyAndDegraded);
        });

        await().untilAsserted(() -> assertThat(Media.get(GATEWAY, url).status()).isEqualTo(200));
        avatar(shopper, TestPictures.unique()).is(200);
    }

    /** The result of a check is used for a second, so it may be from before the outage. */
    private static void assertUserServiceIsReadyAndDegraded() {
        var health = Http.get(Http.uri(8_081, "/health/ready")).expect(200).body();
        assertThat(health.path("degraded").booleanValue()).isTrue();
        assertThat(health.at("/checks/storage/status").asString()).isEqualTo("down");
    }

    private static ServiceResponse avatar(Shopper shopper, byte[] picture) {
        return put(shopper.token(), "/api/v1/users/me/avatar", picture);
    }

    private static ServiceResponse image(String token, UUID product, byte[] picture) {
        return put(token, "/api/v1/products/" + product + "/image", picture);
    }

    private static ServiceResponse put(String token, String path, byte[] picture) {
        return ServiceClient.of(GATEWAY).signedInWith(token).with("Content-Type", "image/png").send("PUT", path,
                BodyPublishers.ofByteArray(picture));
    }
}
