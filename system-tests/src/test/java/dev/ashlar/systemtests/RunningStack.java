package dev.ashlar.systemtests;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts the stack before the first test class that wants it, from nothing, and stops it after the last. */
public final class RunningStack implements BeforeAllCallback, AutoCloseable {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Shopper.SOON); // Awaitility's own ten seconds are few on a slow machine
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
