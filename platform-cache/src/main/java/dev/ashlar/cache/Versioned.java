package dev.ashlar.cache;

/** A value with the version of the row it was made of; versions of one key only grow. */
public record Versioned<T>(long version, T value) {}
