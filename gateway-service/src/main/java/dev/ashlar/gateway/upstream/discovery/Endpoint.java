package dev.ashlar.gateway.upstream.discovery;

import dev.ashlar.gateway.upstream.InstanceSettings;
import org.apache.hc.core5.http.HttpHost;

/**
 * An address of an instance.
 *
 * @param address contains the IP address if several instances share one host name
 */
public record Endpoint(HttpHost address, InstanceSettings settings) {

    /** Such as {@code http://10.0.0.1:8080}. */
    public String url() {
        var ip = address.getAddress();
        return ip == null
                ? address.toURI()
                : new HttpHost(address.getSchemeName(), ip.getHostAddress(), address.getPort()).toURI();
    }
}
