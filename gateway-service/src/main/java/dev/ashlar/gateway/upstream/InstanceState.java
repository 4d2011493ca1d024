package dev.ashlar.gateway.upstream;

import java.util.Locale;

/** The state of an instance, as operators see it. */
public enum InstanceState {
    /** Too few checks so far. */
    CHECKING,
    /** Live and ready. */
    HEALTHY,
    /** Live, but not ready: used only while no instance is ready. */
    UNREADY,
    /** Its checks fail. */
    UNHEALTHY,
    /** Its requests failed. It returns by itself. */
    EJECTED;

    /** In JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
