package dev.ashlar.gateway.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The size of the edge cache.
 *
 * @param size of all stored responses together. 0: nothing is stored
 * @param maxEntry of one response body
 * @param collapseTimeout for which a request waits for another request to the same URI
 */
@ConfigurationProperties("ashlar.edge-cache")
record CacheProperties(DataSize size, DataSize maxEntry, Duration collapseTimeout) {}
