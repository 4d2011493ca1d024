package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.pictures.storage.ObjectStorage;
import dev.ashlar.pictures.storage.StorageProperties;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** In development, the services create the bucket. */
@PictureServiceTest
class BucketIT {

    private static final int REQUESTS = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Autowired
    StorageProperties properties;

    @RepeatedTest(5)
    void isCreatedByConcurrentRequests() {
        var storage = new ObjectStorage(inNewBucket());

        var requests = IntStream.range(0, REQUESTS).mapToObj(n -> CompletableFuture.runAsync(
                () -> storage.put("images/" + n, new byte[]{1}, "image/png"))).toList();

        assertThat(requests).allSatisfy(request -> assertThat(request).succeedsWithin(TIMEOUT));
    }

    private StorageProperties inNewBucket() {
        return new StorageProperties(properties.endpoint(), properties.region(), "bucket-" + UUID.randomUUID(),
                properties.accessKey(), properties.secretKey(), true, "", true);
    }
}
