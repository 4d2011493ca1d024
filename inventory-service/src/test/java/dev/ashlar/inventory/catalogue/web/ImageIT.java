package dev.ashlar.inventory.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Media;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.testing.TestPictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads and reads the picture of a product. */
@RunningInventoryService
class ImageIT {

    private final int port;
    private final InventoryApi api;

    ImageIT(@LocalServerPort int port) {
        this.port = port;
        this.api = new InventoryApi(port);
    }

    @Test
    void isAChangeOfTheProduct() {
        var product = api.newProduct().id();

        var url = upload(api.admin, product, TestPictures.png(400, 300)).is(200).text("image_url");

        assertThat(url).matches("/media/products/[0-9a-f]{64}\\.png");
        var changed = api.product(product);
        assertThat(changed.text("image_url")).isEqualTo(url);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        await().untilAsserted(() -> assertThat(InventoryApi.eventsOf(product)).hasSize(2).last().satisfies(event -> {
            EventSchemas.assertValid(event.type(), event.data());
            assertThat(event.data()).contains(url);
        }));
        assertThat(Media.get(port, url).size()).isEqualTo("400x300");
        assertThat(Media.get(port, url.replace(".png", "-320.png")).size()).isEqualTo("320x240");
    }

    @Test
    void keepsTheOldUrlValid() {
        var product = api.newProduct().id();
        var old = upload(api.admin, product, TestPictures.unique()).is(200).text("image_url");

        var replaced = upload(api.admin, product, TestPictures.unique()).is(200).text("image_url");

        assertThat(Media.get(port, old).status()).isEqualTo(200);
        assertThat(Media.get(port, replaced).status()).isEqualTo(200);
    }

    @Test
    void mayBeSharedByProducts() {
        var picture = TestPictures.unique();

        assertThat(upload(api.admin, api.newProduct().id(), picture).is(200).text("image_url"))
                .isEqualTo(upload(api.admin, api.newProduct().id(), picture).is(200).text("image_url"));
    }

    @Test
    void isUploadedByAdminsOnly() {
        var product = api.newProduct().id();

        upload(api.anyone, product, TestPictures.unique()).is(401);
        upload(api.shopper, product, TestPictures.unique()).is(403);
    }

    @Test
    void needsAProduct() {
        upload(api.admin, UUID.randomUUID(), TestPictures.unique()).is(404);
    }

    @Test
    void refusesAStaleIfMatch() {
        var product = api.newProduct().id();

        upload(api.admin.with("If-Match", "\"7\""), product, TestPictures.unique()).is(412);
        upload(api.admin.with("If-Match", "\"1\""), product, TestPictures.unique()).is(200);
    }

    @Test
    void refusesOtherFiles() {
        upload(api.admin, api.newProduct().id(), "<svg/>".getBytes()).is(415);
    }

    private static ServiceResponse upload(ServiceClient client, UUID product, byte[] picture) {
        return client.with("Content-Type", "image/png").send("PUT", "/products/" + product + "/image",
                BodyPublishers.ofByteArray(picture));
    }
}
