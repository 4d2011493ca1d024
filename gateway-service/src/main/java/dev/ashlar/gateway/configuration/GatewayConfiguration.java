package dev.ashlar.gateway.configuration;

import dev.ashlar.gateway.route.Route;
import dev.ashlar.gateway.upstream.UpstreamSettings;
import java.util.List;

/**
 * The content of the built-in file and of the operator's file together.
 *
 * @param routes in the sequence in which they match
 */
record GatewayConfiguration(List<UpstreamSettings> upstreams, List<Route> routes) {}
