package dev.ashlar.systemtests;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts an empty stack before the first test class that needs it, and stops the stack after the last one. */
public final class RunningStack implements BeforeAllCallback, AutoCloseable {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Shopper.TIMEOUT); // Awaitility's default of ten seconds is too short on a slow machine
        context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(RunningStack.class, _ -> {
            Ashlar.run("up", "--fresh");
            return this;
        });
    }

    @Override
    public void close() {
        Ashlar.run("reset");
    }
}
