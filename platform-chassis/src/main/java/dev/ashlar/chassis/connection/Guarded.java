package dev.ashlar.chassis.connection;

import org.jspecify.annotations.Nullable;

/** A channel of Tomcat that reports its reads and writes. */
interface Guarded {

    @Nullable
    Connection connection();
}
