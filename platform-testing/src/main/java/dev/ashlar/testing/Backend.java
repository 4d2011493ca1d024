package dev.ashlar.testing;

import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.InfrastructureSecrets;

/** One way to run the backing services. Each starts at the first call and is the same at every later one. */
interface Backend {

    /** With the database in it, but without schemas and roles of services. */
    AshlarDatabase postgres();

    Redis redis();

    Kafka kafka();

    Smtp smtp();

    Storage storage();

    /**
     * URLs, {@code redis://host:port}, of the users that may do everything.
     *
     * @param secrets have the passwords of the services
     */
    record Redis(String sessions, String cache, InfrastructureSecrets secrets) {

        /** The URL with the service's own user and password. */
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
     * @param operators {@code host:port} of the listener that needs no password and allows everything
     * @param services {@code host:port} of the listener where services log in
     * @param secrets have the passwords of the services
     */
    record Kafka(String operators, String services, InfrastructureSecrets secrets) {}

    /** @param page URL of what was caught, without a slash at the end */
    record Smtp(String host, int port, String page) {}

    /**
     * @param endpoint URL without a slash at the end
     * @param secrets have the password of the account
     */
    record Storage(String endpoint, InfrastructureSecrets secrets) {}
}
