package dev.ashlar.testing;

import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.InfrastructureSecrets;
import java.util.Optional;

/** One way to run the backing services. Each starts at the first call and is the same at every later one. */
interface Backend {

    /** With the database in it, but without schemas and roles of services. */
    AshlarDatabase postgres();

    Redis redis();

    Kafka kafka();

    Smtp smtp();

    /**
     * URLs, {@code redis://host:port}, for who may do everything.
     *
     * @param secrets have the passwords of the services
     */
    record Redis(String sessions, String cache, InfrastructureSecrets secrets) {

        /** The URL for a service's own user. */
        String sessionsOf(String service) {
            return of(service, "redis-sessions", sessions);
        }

        /** The same for the cache. */
        String cacheOf(String service) {
            return of(service, "redis-cache", cache);
        }

        private String of(String service, String instance, String url) {
            return url.replace("redis://", "redis://%s:%s@".formatted(service, secrets.redis(instance, service)));
        }
    }

    /**
     * @param bootstrap {@code host:port} for who may do everything
     * @param services where services log in; empty if this broker knows no passwords
     */
    record Kafka(String bootstrap, Optional<ServicesListener> services) {}

    /** @param secrets have the passwords of the services */
    record ServicesListener(String bootstrap, InfrastructureSecrets secrets) {}

    /** @param page URL of what was caught, without a slash at the end */
    record Smtp(String host, int port, String page) {}
}
