package dev.ashlar.gateway.upstream;

import org.apache.hc.core5.http.HttpHost;

/** @param address contains the IP address if several instances share one host name */
public record UpstreamInstance(HttpHost address) {}
