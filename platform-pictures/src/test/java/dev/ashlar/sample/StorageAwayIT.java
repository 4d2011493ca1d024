package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ashlar.pictures.Pictures;
import dev.ashlar.pictures.storage.StorageUnavailable;
import dev.ashlar.testing.FaultProxy;
import dev.ashlar.testing.Media;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.TestPictures;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Object storage is optional: the service stays ready without it. */
@PictureServiceTest
@DirtiesContext
class StorageAwayIT {

    private static final FaultProxy STORAGE = FaultProxy.toStorage();

    @Autowired
    Pictures pictures;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void throughTheProxy(DynamicPropertyRegistry properties) {
        properties.add("ashlar.storage.endpoint", STORAGE::url);
    }

    @AfterEach
    void mend() {
        STORAGE.mend();
    }

    @Test
    void isDegradedAndRefusesPicturesForATimeWhileStorageIsDown() {
        var url = store();
        await().untilAsserted(
                () -> assertThat(health()).contains("\"degraded\":false", "\"storage\":{\"status\":\"up\""));

        STORAGE.cut();

        assertThatThrownBy(this::store).isInstanceOf(StorageUnavailable.class);
        var read = Media.get(port, url);
        assertThat(read.status()).isEqualTo(503);
        assertThat(read.headers()).containsEntry("retry-after", "1").containsEntry("cache-control",
                "private, no-store");
        await().untilAsserted(() -> assertThat(health()).contains("\"status\":\"healthy\"", "\"degraded\":true",
                "\"storage\":{\"status\":\"down\""));

        STORAGE.mend();

        assertThat(store()).isNotEmpty();
        assertThat(Media.get(port, url).status()).isEqualTo(200);
    }

    @Test
    void waitsAFewSecondsForStorageThatHangs() {
        STORAGE.hang();

        assertThatThrownBy(this::store).isInstanceOf(StorageUnavailable.class);
    }

    private String store() {
        return pictures.store(new ByteArrayInputStream(TestPictures.unique()));
    }

    private String health() {
        return ServiceClient.of(port).get("/health/ready").is(200).body();
    }
}
