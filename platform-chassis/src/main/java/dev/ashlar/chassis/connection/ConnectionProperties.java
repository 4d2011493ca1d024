package dev.ashlar.chassis.connection;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the time and the connections that a client may use.
 *
 * @param maxPerAddress connections of one client address; trusted proxies have no limit
 * @param headTimeout for the whole head of a request
 * @param bodyTimeout for the whole body of a request, counted from the end of its head
 * @param pictureTimeout the same, for a {@code PUT} of a body of type {@code image/…}
 * @param responseTimeout for the sum of the times for which the client delays its response
 */
@Validated
@ConfigurationProperties("ashlar.connections")
record ConnectionProperties(@Min(1) int maxPerAddress, Duration headTimeout, Duration bodyTimeout,
        Duration pictureTimeout, Duration responseTimeout) {

    /** Only uploads of pictures are {@code PUT} requests with an image type. */
    Duration bodyTimeout(String method, String contentType) {
        return "PUT".equals(method) && contentType.regionMatches(true, 0, "image/", 0, 6)
                ? pictureTimeout
                : bodyTimeout;
    }
}
