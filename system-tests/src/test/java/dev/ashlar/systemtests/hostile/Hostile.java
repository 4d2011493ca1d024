package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.RunningStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attacks on the running stack. After all tests of the class, its {@link Fixture} must be unchanged. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RunningStack.class, FixtureExtension.class})
@interface Hostile {}
