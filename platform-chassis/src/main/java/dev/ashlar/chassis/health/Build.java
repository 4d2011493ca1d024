package dev.ashlar.chassis.health;

import java.util.Map;

/** What runs here. */
record Build(String application, String version) implements HealthDetail {

    @Override
    public String name() {
        return "build";
    }

    @Override
    public Map<String, Object> figures() {
        return Map.of("application", application, "version", version, "java", Runtime.version().toString());
    }
}
