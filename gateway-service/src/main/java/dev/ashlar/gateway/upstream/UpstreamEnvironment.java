package dev.ashlar.gateway.upstream;

import dev.ashlar.gateway.upstream.discovery.InstanceFile;
import dev.ashlar.gateway.upstream.discovery.InstanceSource;
import dev.ashlar.gateway.upstream.discovery.NamesAndAddresses;
import dev.ashlar.gateway.upstream.health.ActiveCheck;
import java.net.InetAddress;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all upstreams share.
 *
 * @param zone of this gateway, or an empty text
 * @param dnsPeriod the time between two look-ups of a host name
 */
record UpstreamEnvironment(String zone, Duration dnsPeriod, ActiveCheck.Checker checker, JsonMapper json) {

    InstanceSource source(UpstreamSettings settings) {
        return switch (settings.instances()) {
            case InstanceList.InFile(var path) -> new InstanceFile(settings.name(), path, json);
            case InstanceList.Listed(var instances) ->
                new NamesAndAddresses(instances, dnsPeriod, InetAddress::getAllByName, checker.nanos());
        };
    }
}
