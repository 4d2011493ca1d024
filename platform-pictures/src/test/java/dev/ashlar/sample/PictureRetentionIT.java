package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.chassis.retention.RetentionRule;
import dev.ashlar.pictures.Pictures;
import dev.ashlar.testing.Media;
import dev.ashlar.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files without a row that points at them are deleted after a day. */
@PictureServiceTest
class PictureRetentionIT {

    private static final Duration ALMOST_A_DAY = Duration.ofHours(24).minusMinutes(1);
    private static final Duration A_DAY = Duration.ofHours(24).plusMinutes(1);

    @Autowired
    Pictures pictures;

    @Autowired
    @Qualifier("pictureRetention")
    RetentionRule retention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void forgetOthers() {
        deleteAllAt(clock.instant().plus(A_DAY));
    }

    @Test
    void deletesAnUploadThatNoRowEverPointedAt() {
        var url = store(TestPictures.unique());

        deleteAllAt(clock.instant().plus(ALMOST_A_DAY));
        assertThat(Media.get(port, url).status()).isEqualTo(200);

        deleteAllAt(clock.instant().plus(A_DAY));
        assertThat(Media.get(port, url).status()).isEqualTo(404);
        assertThat(Media.get(port, url.replace(".png", "-320.png")).status()).isEqualTo(404);
    }

    @Test
    void keepsAPictureThatARowPointsAt() {
        var url = store(TestPictures.unique());
        point(url);

        deleteAllAt(clock.instant().plus(A_DAY));
        deleteAllAt(clock.instant().plus(A_DAY.multipliedBy(100)));

        assertThat(Media.get(port, url).status()).isEqualTo(200);
    }

    @Test
    void countsTheDayFromTheMomentWhenTheLastRowStoppedPointing() {
        var url = store(TestPictures.unique());
        var first = point(url);
        var second = point(url);
        deleteAllAt(clock.instant().plus(A_DAY));

        release(first, url);
        deleteAllAt(clock.instant().plus(A_DAY));
        assertThat(Media.get(port, url).status()).isEqualTo(200);

        release(second, url);
        deleteAllAt(clock.instant().plus(ALMOST_A_DAY));
        assertThat(Media.get(port, url).status()).isEqualTo(200);
        deleteAllAt(clock.instant().plus(A_DAY));
        assertThat(Media.get(port, url).status()).isEqualTo(404);
    }

    @Test
    void findsFilesOfACrashedUpload() {
        jdbc.sql("INSERT INTO pictures VALUES (?, now() - interval '25 hours')")
                .param("0".repeat(64) + ".png").update();

        assertThat(retention.due(jdbc, clock.instant(), 10)).isOne();
        assertThat(retention.deleteBatch(jdbc, clock.instant(), 10)).isOne();
        assertThat(retention.due(jdbc, clock.instant(), 10)).isZero();
    }

    @Test
    void deletesEachFileOnceIfTwoInstancesRun() throws Exception {
        IntStream.range(0, 20).forEach(_ -> store(TestPictures.unique()));
        var later = clock.instant().plus(A_DAY);

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = instances.submit(() -> deleteAllAt(later));
            var second = instances.submit(() -> deleteAllAt(later));

            assertThat(first.get() + second.get()).isEqualTo(20);
        }
    }

    @Test
    void keepsAPictureThatIsUploadedAgainBeforeItsDeletion() {
        var picture = TestPictures.unique();
        var url = store(picture);
        jdbc.sql("UPDATE pictures SET unused_since = now() - interval '2 days'").update();

        store(picture);
        deleteAllAt(clock.instant());

        assertThat(Media.get(port, url).status()).isEqualTo(200);
    }

    private String store(byte[] picture) {
        return pictures.store(new ByteArrayInputStream(picture));
    }

    private UUID point(String url) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO samples VALUES (?, ?)").param(id).param(url).update();
        return id;
    }

    private void release(UUID id, String url) {
        jdbc.sql("UPDATE samples SET image_url = NULL WHERE id = ?").param(id).update();
        pictures.release(url);
    }

    private int deleteAllAt(Instant time) {
        var total = 0;
        for (var rows = -1; rows != 0; total += rows) {
            rows = retention.deleteBatch(jdbc, time, 7);
        }
        return total;
    }
}
