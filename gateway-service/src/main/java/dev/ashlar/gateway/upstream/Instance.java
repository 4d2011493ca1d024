package dev.ashlar.gateway.upstream;

import org.apache.hc.core5.http.HttpHost;

/**
 * One running copy of a service.
 *
 * @param address where it listens; of two instances behind one host name, each with its own IP address
 */
public record Instance(HttpHost address) {}
