package dev.ashlar.gateway.firewall;

import java.util.List;

/** The rules of this gateway in the order of their evaluation. */
record FirewallResponse(List<Rule> rules) {

    /** @param matched requests since the start of this gateway */
    record Rule(String id, String description, FirewallMode mode, long matched) {}
}
