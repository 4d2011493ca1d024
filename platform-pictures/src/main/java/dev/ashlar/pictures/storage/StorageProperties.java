package dev.ashlar.pictures.storage;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param endpoint URL of the S3 server; empty for Amazon's endpoint of the region
 * @param accessKey empty for the AWS default credential chain, which includes IAM roles
 * @param pathStyle true for {@code host/bucket/key}, false for {@code bucket.host/key}
 * @param serverSideEncryption {@code AES256}, {@code aws:kms} and so on; empty for the bucket's own setting
 * @param createBucket true creates a missing bucket, for development
 */
@Validated
@ConfigurationProperties("ashlar.storage")
public record StorageProperties(@NotNull String endpoint, @NotBlank String region, @NotBlank String bucket,
        @NotNull String accessKey, @NotNull String secretKey, boolean pathStyle, @NotNull String serverSideEncryption,
        boolean createBucket) {

    @AssertTrue(message = "S3_ENDPOINT must be an http or https URL, or empty")
    boolean isEndpointValid() {
        return endpoint.isEmpty() || URI.create(endpoint).getScheme() instanceof String scheme
                && scheme.matches("https?");
    }

    @AssertTrue(message = "Set both S3_ACCESS_KEY and S3_SECRET_KEY, or neither")
    boolean isKeyPair() {
        return accessKey.isEmpty() == secretKey.isEmpty();
    }

    /** The default {@code toString} of a record would print the secret key. */
    @Override
    public String toString() {
        return "StorageProperties[endpoint=%s, bucket=%s]".formatted(endpoint, bucket);
    }
}
