package dev.ashlar.systemtests.hostile;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sets the scene of a test class, hands it to the tests, and asks the witness after each. */
final class Stage implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Stage.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(Scene.class, Scene.set());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!context.getRequiredTestClass().getAnnotation(Hostile.class).readsOnly()) {
            scene(context).witness().sawNothing();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        scene(context).witness().sawNothing();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Scene resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return scene(context);
    }

    private static Scene scene(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Scene.class, Scene.class);
    }
}
