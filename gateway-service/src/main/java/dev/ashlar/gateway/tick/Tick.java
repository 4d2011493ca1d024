package dev.ashlar.gateway.tick;

/** Work that {@link Ticker} repeats. */
@FunctionalInterface
public interface Tick {

    /** Must not block. */
    void tick();
}
