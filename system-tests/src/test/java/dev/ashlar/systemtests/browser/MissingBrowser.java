package dev.ashlar.systemtests.browser;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says after the last test that the browser tests did not run. */
public final class MissingBrowser implements TestExecutionListener {

    @Override
    public void testPlanExecutionFinished(TestPlan tests) {
        if (!Chromium.isInstalled()) {
            System.out.println("The browser tests did not run: install Chromium, or set CHROMIUM to its path.");
        }
    }
}
