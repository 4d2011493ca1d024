package dev.ashlar.deployment;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code services.txt}: the services by name, with their HTTP ports. */
final class Services {

    private static final Pattern LINE = Pattern.compile("(?m)^([a-z-]+-service) +(\\d+)$");

    private Services() {}

    static Map<String, Integer> ports() {
        var ports = new TreeMap<String, Integer>();
        LINE.matcher(Repository.read("services.txt")).results()
                .forEach(line -> ports.put(line.group(1), Integer.parseInt(line.group(2))));
        return ports;
    }

    static Set<String> names() {
        return ports().keySet();
    }

    /** All services except the gateway. */
    static Set<String> behindTheGateway() {
        var names = new TreeMap<>(ports());
        names.remove("gateway-service");
        return names.keySet();
    }
}
