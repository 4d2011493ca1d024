package dev.ashlar.testing;

import dev.ashlar.infrastructure.AshlarDatabase;

/** One way to run the backing services. Each starts at the first call and is the same at every later one. */
interface Backend {

    /** With the database in it, but without schemas and roles of services. */
    AshlarDatabase postgres();

    Redis redis();

    /** {@code host:port}. */
    String kafka();

    Smtp smtp();

    /** URLs, {@code redis://host:port}. */
    record Redis(String sessions, String cache) {}

    /** @param page URL of what was caught, without a slash at the end */
    record Smtp(String host, int port, String page) {}
}
