package dev.ashlar.testing;

import dev.ashlar.infrastructure.AshlarDatabase;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startables;

/** Containers of the deployed images. Testcontainers removes them after the JVM has ended, even if it crashed. */
final class ContainersBackend implements Backend {

    private final Once<AshlarDatabase> postgres = new Once<>(() -> {
        var container = started(Images.postgres());
        return new AshlarDatabase(container.getHost(), container.getFirstMappedPort(), Images.SECRETS);
    });
    private final Once<Redis> redis = new Once<>(() -> {
        var sessions = Images.redisSessions();
        var cache = Images.redisCache();
        Startables.deepStart(sessions, cache).join();
        return new Redis(sessions.getRedisURI(), cache.getRedisURI(), Images.SECRETS);
    });
    private final Once<Kafka> kafka = new Once<>(() -> {
        var container = started(new SecuredKafka());
        container.provision(Images.SECRETS);
        return new Kafka(container.operators(), container.services(), Images.SECRETS);
    });
    private final Once<Smtp> smtp = new Once<>(() -> {
        var container = started(Images.smtp());
        return new Smtp(container.getHost(), container.getMappedPort(Images.SMTP_PORT),
                "http://%s:%d".formatted(container.getHost(), container.getMappedPort(Images.MAIL_PAGE_PORT)));
    });

    private final Once<Storage> storage = new Once<>(() -> {
        var container = started(Images.storage());
        return new Storage("http://%s:%d".formatted(container.getHost(), container.getFirstMappedPort()),
                Images.SECRETS);
    });

    @Override
    public AshlarDatabase postgres() {
        return postgres.get();
    }

    @Override
    public Redis redis() {
        return redis.get();
    }

    @Override
    public Kafka kafka() {
        return kafka.get();
    }

    @Override
    public Smtp smtp() {
        return smtp.get();
    }

    @Override
    public Storage storage() {
        return storage.get();
    }

    private static <C extends GenericContainer<?>> C started(C container) {
        container.start();
        return container;
    }
}
