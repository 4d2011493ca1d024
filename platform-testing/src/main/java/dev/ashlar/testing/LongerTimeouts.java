package dev.ashlar.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Raises Awaitility's default timeout from 10 s to 30 s, because machines of CI are slow. A longer timeout costs time only if a test
 * fails. Registered in {@code META-INF/spring.factories}, so it applies to every test with a Spring context.
 */
final class LongerTimeouts implements TestExecutionListener {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Override
    public void beforeTestClass(TestContext test) {
        Awaitility.setDefaultTimeout(BOUND);
    }
}
