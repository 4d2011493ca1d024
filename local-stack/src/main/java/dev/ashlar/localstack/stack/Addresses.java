package dev.ashlar.localstack.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people and their tools connect to, most wanted first. */
record Addresses(PortPlan ports) {

    Map<String, String> all() {
        var addresses = new LinkedHashMap<String, String>();
        var infrastructure = ports.infrastructure();
        addresses.put("gateway", at("http://", ports.http(Service.GATEWAY, 1)));
        addresses.put("mail", at("http://", infrastructure.mailPage()));
        addresses.put("postgres", at("postgresql://", infrastructure.postgres()) + "/ashlar");
        addresses.put("redis-sessions", at("redis://", infrastructure.redisSessions()));
        addresses.put("redis-cache", at("redis://", infrastructure.redisCache()));
        addresses.put("kafka", at("", infrastructure.kafka()));
        addresses.put("smtp", at("smtp://", infrastructure.smtp()));
        return addresses;
    }

    private static String at(String scheme, int port) {
        return scheme + "127.0.0.1:" + port;
    }
}
