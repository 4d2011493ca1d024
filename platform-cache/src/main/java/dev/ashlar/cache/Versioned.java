package dev.ashlar.cache;

/** A value and the version of its row. Versions of one key must grow. */
public record Versioned<T>(long version, T value) {}
