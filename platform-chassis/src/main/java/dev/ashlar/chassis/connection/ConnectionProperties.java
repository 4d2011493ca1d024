package dev.ashlar.chassis.connection;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long a client may take, and how many connections it may hold.
 *
 * @param maxPerAddress connections of one client address; trusted proxies are exempt
 * @param headTimeout for the whole head of a request
 * @param bodyTimeout for the whole body of a request, counted from the end of its head
 * @param pictureTimeout the same, for a {@code PUT} of a body of type {@code image/…}
 * @param responseTimeout for what a client keeps the service waiting, in sum, while it takes a response
 */
@Validated
@ConfigurationProperties("ashlar.connections")
record ConnectionProperties(@Min(1) int maxPerAddress, Duration headTimeout, Duration bodyTimeout,
        Duration pictureTimeout, Duration responseTimeout) {

    /** Pictures are put, and nothing else that is put says that it is one. */
    Duration bodyTimeout(String method, String contentType) {
        return "PUT".equals(method) && contentType.regionMatches(true, 0, "image/", 0, 6)
                ? pictureTimeout
                : bodyTimeout;
    }
}
