package dev.ashlar.testing;

import dev.ashlar.infrastructure.InfrastructureSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The infrastructure of this JVM's tests: each part starts with the first test that needs it, and ends with the JVM. */
record TestInfrastructure(Backend backend) {

    static TestInfrastructure get() {
        return Holder.INSTANCE;
    }

    /** Starts the missing parts side by side, and returns the environment of the service. */
    Map<String, Object> start(TestedService service, Set<BackingService> wanted) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = wanted.stream().map(one -> threads.submit(() -> start(service, one))).toList();
            for (var start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The infrastructure did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the infrastructure was starting", e);
        }
        return wanted.stream()
                .flatMap(one -> properties(service, one).entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void restore(TestedService service, String resource) {
        var database = backend.postgres();
        var migrator = service.schema() + "_migrator";
        try (var connection = DriverManager.getConnection(database.url(), migrator,
                database.secrets().migrator(service.schema())); var statement = connection.createStatement()) {
            statement.execute(new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Not restored: " + resource, e);
        }
    }

    private Void start(TestedService service, BackingService one) throws Exception {
        properties(service, one);
        if (one == BackingService.POSTGRES) {
            backend.postgres().provision(service.schema());
        }
        return null;
    }

    private Map<String, Object> properties(TestedService service, BackingService one) {
        return switch (one) {
            case POSTGRES -> service.at(backend.postgres());
            case REDIS -> service.at(backend.redis());
            case KAFKA -> service.at(backend.kafka());
            case SMTP -> {
                var smtp = backend.smtp();
                yield Map.of("SMTP_HOST", smtp.host(), "SMTP_PORT", smtp.port(), "MAIL_PAGE_URL", smtp.page());
            }
            case STORAGE -> {
                var storage = backend.storage();
                yield Map.of("S3_ENDPOINT", storage.endpoint(), "S3_BUCKET", InfrastructureSecrets.S3_BUCKET,
                        "S3_ACCESS_KEY", InfrastructureSecrets.S3_ACCESS_KEY, "S3_SECRET_KEY", storage.secrets().s3(),
                        "S3_CREATE_BUCKET", true);
            }
        };
    }

    /** Chosen at the first use, not when the class path is scanned. */
    private static final class Holder {

        private static final TestInfrastructure INSTANCE = new TestInfrastructure(BackendChoice.make());
    }
}
