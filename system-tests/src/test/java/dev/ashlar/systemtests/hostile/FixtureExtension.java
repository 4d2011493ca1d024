package dev.ashlar.systemtests.hostile;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Creates the fixture of a test class, passes it to the tests, and checks after the last one that nothing has changed. */
final class FixtureExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FixtureExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(Fixture.class, Fixture.create());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        fixture(context).unchangedState().check();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fixture.class;
    }

    @Override
    public Fixture resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return fixture(context);
    }

    private static Fixture fixture(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Fixture.class, Fixture.class);
    }
}
