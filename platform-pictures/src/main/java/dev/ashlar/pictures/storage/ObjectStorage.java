package dev.ashlar.pictures.storage;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One bucket. Each method throws {@link StorageUnavailable} if the server does not respond within 8 s or refuses the request.
 * Thread-safe.
 */
public final class ObjectStorage {

    private static final Duration CHECK = Duration.ofSeconds(1);
    /** The JDK keeps as many for each server. */
    private static final int IDLE_CONNECTIONS = 5;
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final StorageProperties properties;
    /** Created late, because it takes half a second that the start of a service does not need. */
    private final SingletonSupplier<S3Client> client;
    private volatile boolean bucketFound;

    public ObjectStorage(StorageProperties properties) {
        this.properties = properties;
        this.client = SingletonSupplier.of(() -> S3Clients.create(properties));
    }

    /** Stores an object, or replaces it. */
    public void put(String key, byte[] content, String contentType) {
        call(() -> {
            findBucket();
            try {
                return write(key, content, contentType);
            } catch (NoSuchBucketException e) {
                createBucket(e);
                return write(key, content, contentType);
            } catch (SdkException e) {
                bucketFound = false;
                throw e;
            }
        });
    }

    /**
     * Creates a missing bucket before the first write. A server that has no bucket may close the connection before it has read the
     * object, and then its response is lost.
     */
    private void findBucket() {
        if (bucketFound || !properties.createBucket()) {
            return;
        }
        try {
            s3().headBucket(bucket -> bucket.bucket(properties.bucket()));
        } catch (NoSuchBucketException e) {
            createBucket(e);
        }
        bucketFound = true;
    }

    private Object write(String key, byte[] content, String contentType) {
        return s3().putObject(object -> {
            object.bucket(properties.bucket()).key(key).contentType(contentType);
            if (!properties.serverSideEncryption().isEmpty()) {
                object.serverSideEncryption(properties.serverSideEncryption());
            }
        }, RequestBody.fromBytes(content));
    }

    private void createBucket(S3Exception missing) {
        if (!properties.createBucket()) {
            throw missing;
        }
        try {
            s3().createBucket(bucket -> bucket.bucket(properties.bucket()));
        } catch (S3Exception e) { // another service was faster
            s3().headBucket(bucket -> bucket.bucket(properties.bucket()));
        }
    }

    /**
     * Opens an object. Empty if there is none.
     *
     * @param range as in HTTP (RFC 9110, 14.2), null for the whole object
     * @throws RangeNotSatisfiable if the object has no byte in the range
     */
    public Optional<StoredObject> get(String key, @Nullable String range) {
        return found(() -> {
            var body = s3().getObject(object -> object.bucket(properties.bucket()).key(key).range(range));
            return new StoredObject(body, body.response().contentLength(), body.response().contentRange());
        });
    }

    /** The size of an object in bytes. Empty if there is none. */
    public OptionalLong size(String key) {
        return found(() -> s3().headObject(object -> object.bucket(properties.bucket()).key(key)).contentLength())
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Does nothing if there is no such object. */
    public void delete(String key) {
        call(() -> s3().deleteObject(object -> object.bucket(properties.bucket()).key(key)));
    }

    /** Returns if the bucket can be reached. */
    public void check() {
        call(() -> {
            try {
                return s3().headBucket(bucket -> bucket.bucket(properties.bucket())
                        .overrideConfiguration(call -> call.apiCallTimeout(CHECK)));
            } catch (NoSuchBucketException e) {
                createBucket(e);
                return e;
            }
        });
    }

    private static <T> Optional<T> found(Supplier<T> request) {
        return call(() -> {
            try {
                return Optional.of(request.get());
            } catch (S3Exception e) {
                return switch (e.statusCode()) {
                    case NOT_FOUND -> Optional.empty();
                    case RANGE_NOT_SATISFIABLE -> throw new RangeNotSatisfiable(e);
                    default -> throw e;
                };
            }
        });
    }

    /**
     * The SDK repeats a request that failed, except if the server closed the connection before it read the body. The JDK reports this
     * as a SocketException, or as an IOException without a cause. A timeout is not repeated.
     */
    private static <T> T call(Supplier<T> request) {
        for (var idle = IDLE_CONNECTIONS;; idle--) {
            try {
                return request.get();
            } catch (UncheckedIOException e) {
                if (idle == 0 || e.getCause() instanceof InterruptedIOException) {
                    throw new StorageUnavailable(e);
                }
            } catch (SdkException e) {
                throw new StorageUnavailable(e);
            }
        }
    }

    private S3Client s3() {
        return client.obtain();
    }
}
