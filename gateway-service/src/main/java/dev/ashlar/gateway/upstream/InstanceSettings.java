package dev.ashlar.gateway.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an upstream's list. If its host is a name, each address of the name is an instance with these settings.
 *
 * @param address scheme, host and port
 * @param weight the share of the requests in relation to other instances, from 1
 * @param backup true: the instance is used only while no other one is available
 * @param version for canaries and splits
 * @param zone instances in the gateway's own zone are preferred
 */
public record InstanceSettings(URI address, int weight, boolean backup, @Nullable String version,
        @Nullable String zone) {

    /** @throws IllegalArgumentException if the address has no host, because an empty host name resolves to this machine */
    public InstanceSettings {
        if (address.getHost() == null || !"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("'" + address + "' is no address such as http://10.0.0.1:8080");
        }
    }

    public static InstanceSettings of(URI address) {
        return new InstanceSettings(address, 1, false, null, null);
    }
}
