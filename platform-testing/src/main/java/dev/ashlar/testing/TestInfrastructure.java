package dev.ashlar.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The infrastructure of this JVM's tests: each part starts when the first test asks for it, and ends with the JVM. */
record TestInfrastructure(Backend backend) {

    static TestInfrastructure get() {
        return Holder.INSTANCE;
    }

    /** Starts what is not there yet, side by side, and tells what the service has to find in its environment. */
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
        };
    }

    /** Chosen when the first test asks, not when the class path is scanned. */
    private static final class Holder {

        private static final TestInfrastructure INSTANCE = new TestInfrastructure(BackendChoice.make());
    }
}
