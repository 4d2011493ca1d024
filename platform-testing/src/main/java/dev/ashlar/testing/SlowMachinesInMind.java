package dev.ashlar.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives whatever a test awaits more than Awaitility's ten seconds: a bound costs time only when something is wrong. Registered in
 * {@code META-INF/spring.factories}, so for every test with a Spring context.
 */
final class SlowMachinesInMind implements TestExecutionListener {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Override
    public void beforeTestClass(TestContext test) {
        Awaitility.setDefaultTimeout(BOUND);
    }
}
