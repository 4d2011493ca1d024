package dev.ashlar.chassis.connection;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * The proxies whose {@code X-Forwarded-For} the service believes, and whose connections it does not limit ({@code TRUSTED_PROXIES}).
 *
 * @param addresses matches {@link InetAddress#getHostAddress()}. An empty pattern matches no address
 */
public record TrustedProxies(Pattern addresses) {

    static TrustedProxies of(String pattern) {
        return new TrustedProxies(Pattern.compile(pattern));
    }

    /** True if no proxy is trusted. */
    public boolean isEmpty() {
        return addresses.pattern().isEmpty();
    }

    public boolean trust(InetAddress address) {
        return addresses.matcher(address.getHostAddress()).matches();
    }
}
