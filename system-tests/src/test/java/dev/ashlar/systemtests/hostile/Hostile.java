package dev.ashlar.systemtests.hostile;

import dev.ashlar.systemtests.RunningStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attacks on the running stack. After each test the {@link Witness} of the class's {@link Scene} is asked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RunningStack.class, Stage.class})
@interface Hostile {

    /** Whether the attacks of the class only read: then the witness is asked once, at the end. */
    boolean readsOnly() default false;
}
