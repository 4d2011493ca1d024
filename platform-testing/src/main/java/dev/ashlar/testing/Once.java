package dev.ashlar.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value at the first call, in one thread while the others wait. After a failure, the next call tries again. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        var made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
