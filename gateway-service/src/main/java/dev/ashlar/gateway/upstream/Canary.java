package dev.ashlar.gateway.upstream;

/**
 * The share of an upstream's requests that instances of a version get.
 *
 * @param weight in percent, from 0 to 100
 */
public record Canary(String version, int weight) {}
